package io.heliograph.webhooks.sender;

import io.heliograph.secrets.Secrets;
import io.heliograph.webhooks.Destination;
import io.heliograph.webhooks.Destinations;
import io.heliograph.webhooks.EndpointKey;
import io.heliograph.webhooks.SealedSecret;
import io.heliograph.webhooks.wire.SigningSecret;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Opens the secrets of destinations. Those in use stay open in memory; what is not known may be opened again any time. */
@Component
class Targets {

    private static final int MOST_OPEN = 1_000;

    private final Destinations destinations;
    private final Secrets secrets;
    private final Map<SealedSecret, SigningSecret> open = new ConcurrentHashMap<>();

    Targets(Destinations destinations, Secrets secrets) {
        this.destinations = destinations;
        this.secrets = secrets;
    }

    /** Empty if the endpoint is not on. */
    Optional<Target> find(EndpointKey endpoint) {
        return destinations.of(endpoint).map(this::open);
    }

    Target open(Destination destination) {
        if (open.size() > MOST_OPEN) {
            open.clear();
        }
        return new Target(
                destination.url(),
                destination.format(),
                destination.secrets().stream()
                        .map(secret -> open.computeIfAbsent(secret, this::opened))
                        .toList());
    }

    private SigningSecret opened(SealedSecret sealed) {
        return SigningSecret.parse(secrets.decrypt(sealed.bytes()));
    }
}

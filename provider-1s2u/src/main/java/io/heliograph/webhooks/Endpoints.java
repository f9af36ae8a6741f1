package io.heliograph.webhooks;

import io.heliograph.db.RowIds;
import io.heliograph.db.Transactions;
import io.heliograph.secrets.Secrets;
import io.heliograph.webhooks.wire.SigningSecret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The endpoints of tenants. An id that is not the tenant's is an {@link NoSuchEndpointException}, a step that the
 * endpoint's state doesn't allow an {@link EndpointStateException}.
 */
@Component
public class Endpoints {

    /** How many a tenant may have. */
    public static final int MOST = 20;

    private static final Duration OVERLAP = Duration.ofHours(24);

    private final EndpointRows endpoints;
    private final DeliveryRows deliveries;
    private final EndpointUrls urls;
    private final Secrets secrets;
    private final Transactions transactions;
    private final Clock clock;

    Endpoints(
            EndpointRows endpoints,
            DeliveryRows deliveries,
            EndpointUrls urls,
            Secrets secrets,
            Transactions transactions,
            Clock clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.urls = urls;
        this.secrets = secrets;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Adds an endpoint. It gets nothing until {@link #activate}, so that nothing comes before its owner can check it.
     *
     * @throws InvalidUrlException if nothing can be posted there
     * @throws TooManyEndpointsException if the tenant has {@value #MOST} already
     */
    public IssuedSecret create(UUID tenantId, String url, WebhookFormat format) {
        String checked = urls.check(url);
        UUID id = RowIds.next();
        SigningSecret secret = SigningSecret.generate();
        transactions.run(() -> {
            if (endpoints.ofTenant(tenantId).size() >= MOST) {
                throw new TooManyEndpointsException(MOST);
            }
            endpoints.insert(tenantId, id, checked, format, secrets.encrypt(secret.reveal()), clock.instant());
        });
        return new IssuedSecret(id, secret.reveal(), null);
    }

    /** Switches a new endpoint on: its owner has stored the secret. */
    public void activate(UUID tenantId, UUID id) {
        move(tenantId, id, EndpointState.PENDING, EndpointState.ON);
    }

    /** Switches it on again; what has waited goes out. */
    public void switchOn(UUID tenantId, UUID id) {
        transactions.run(() -> {
            Endpoint endpoint = existing(tenantId, id);
            if (endpoint.state() == EndpointState.PENDING) {
                throw new EndpointStateException(id, endpoint.state());
            }
            move(endpoint, EndpointState.ON);
        });
    }

    /** Switches it off: no new events, and what is on its way waits. */
    public void switchOff(UUID tenantId, UUID id) {
        move(tenantId, id, EndpointState.ON, EndpointState.OFF);
    }

    /**
     * Lets events go elsewhere, what is on its way included.
     *
     * @return the address as it is kept
     * @throws InvalidUrlException if nothing can be posted there
     */
    public String changeUrl(UUID tenantId, UUID id, String url) {
        String checked = urls.check(url);
        transactions.run(() -> endpoints.changeUrl(existing(tenantId, id), checked));
        return checked;
    }

    /** Deletes it and cancels what is on its way; its deliveries can still be read. */
    public void delete(UUID tenantId, UUID id) {
        transactions.run(() -> {
            Endpoint endpoint = existing(tenantId, id);
            deliveries.cancelAll(endpoint.key(), clock.instant());
            move(endpoint, EndpointState.DELETED);
            endpoints.replaceSecret(endpoint, new byte[0]);
        });
    }

    /**
     * Gives it a new secret. The old one signs too for 24 hours, unless the endpoint was never activated.
     */
    public IssuedSecret rotate(UUID tenantId, UUID id) {
        SigningSecret secret = SigningSecret.generate();
        byte[] encrypted = secrets.encrypt(secret.reveal());
        return transactions.call(() -> {
            Endpoint endpoint = existing(tenantId, id);
            if (endpoint.state() == EndpointState.PENDING) {
                endpoints.replaceSecret(endpoint, encrypted);
                return new IssuedSecret(id, secret.reveal(), null);
            }
            Instant until = clock.instant().plus(OVERLAP);
            endpoints.rotate(endpoint, encrypted, until);
            return new IssuedSecret(id, secret.reveal(), until);
        });
    }

    /** All that are not deleted, oldest first. */
    public List<Endpoint> list(UUID tenantId) {
        return endpoints.ofTenant(tenantId);
    }

    /** One, also if it is deleted; empty if it is not the tenant's. */
    public Optional<Endpoint> find(UUID tenantId, UUID id) {
        return endpoints.find(tenantId, id);
    }

    private void move(UUID tenantId, UUID id, EndpointState from, EndpointState to) {
        transactions.run(() -> {
            Endpoint endpoint = existing(tenantId, id);
            if (endpoint.state() != from) {
                throw new EndpointStateException(id, endpoint.state());
            }
            move(endpoint, to);
        });
    }

    private void move(Endpoint endpoint, EndpointState to) {
        if (!endpoint.state().canBecome(to) || !endpoints.move(endpoint, to, clock.instant())) {
            throw new EndpointStateException(endpoint.id(), endpoint.state());
        }
    }

    private Endpoint existing(UUID tenantId, UUID id) {
        return endpoints
                .find(tenantId, id)
                .filter(endpoint -> endpoint.state() != EndpointState.DELETED)
                .orElseThrow(() -> new NoSuchEndpointException(id));
    }
}

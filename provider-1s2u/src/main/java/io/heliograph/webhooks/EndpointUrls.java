package io.heliograph.webhooks;

import io.heliograph.webhooks.InvalidUrlException.Problem;
import io.heliograph.webhooks.http.AllowedAddresses;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The one place that says which addresses an endpoint may have; the names in them are checked at each call. */
@Component
class EndpointUrls {

    private static final int MOST_CHARACTERS = 500;
    private static final int MOST_PORT = 65_535;

    private final Set<String> schemes;
    private final boolean allowPrivate;
    private final AllowedAddresses addresses;

    EndpointUrls(WebhooksProperties properties) {
        allowPrivate = properties.allowPrivate();
        schemes = allowPrivate ? Set.of("https", "http") : Set.of("https");
        addresses = AllowedAddresses.of(allowPrivate);
    }

    /** The address as it is kept, or an {@link InvalidUrlException}. */
    String check(String typed) {
        String url = typed.strip();
        require(!url.isEmpty(), Problem.MISSING);
        require(url.length() <= MOST_CHARACTERS, Problem.TOO_LONG);
        URI uri = parse(url);
        require(schemes.contains(String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT)), Problem.NOT_HTTPS);
        require(!String.valueOf(uri.getRawAuthority()).contains("@"), Problem.WITH_PASSWORD);
        require(uri.getHost() != null && uri.getPort() <= MOST_PORT && uri.getPort() != 0, Problem.MALFORMED);
        require(uri.getRawFragment() == null, Problem.MALFORMED);
        require(isAllowed(uri.getHost()), Problem.PRIVATE);
        return url;
    }

    private static URI parse(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException _) {
            throw new InvalidUrlException(Problem.MALFORMED);
        }
    }

    private boolean isAllowed(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (name.equals("localhost") || name.endsWith(".localhost")) {
            return allowPrivate;
        }
        try {
            return addresses.allow(InetAddress.ofLiteral(name));
        } catch (IllegalArgumentException _) {
            return true; // a name
        }
    }

    private static void require(boolean holds, Problem problem) {
        if (!holds) {
            throw new InvalidUrlException(problem);
        }
    }
}

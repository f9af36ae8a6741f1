package io.heliograph.provider;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;

/**
 * A provider account as the client needs it.
 *
 * @param baseUrl http or https, without the path of a call
 * @param timeout above zero; for a whole exchange, from connect to the last byte of the answer
 */
public record Upstream(String baseUrl, String username, String password, UnicodeForm unicodeForm, Duration timeout) {

    /** @throws IllegalArgumentException when {@code baseUrl} is no http address or {@code timeout} is not above zero */
    public Upstream {
        if (!isAddress(baseUrl)) {
            throw new IllegalArgumentException("The address of 1s2u starts with http:// or https:// and names a host");
        }
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("The timeout is above zero, not " + timeout);
        }
    }

    /** Whether it may be a {@code baseUrl}. */
    public static boolean isAddress(String baseUrl) {
        try {
            URI uri = new URI(baseUrl);
            boolean isHttp = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return isHttp && uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null;
        } catch (URISyntaxException _) {
            return false;
        }
    }

    URI call(String path) {
        return URI.create((baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl) + path);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "Upstream[" + baseUrl + ", " + username + "]";
    }
}

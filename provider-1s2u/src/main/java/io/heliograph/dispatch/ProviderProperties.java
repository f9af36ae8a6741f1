package io.heliograph.dispatch;

import io.heliograph.provider.Upstream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A provider account set up by settings, for an installation with one. More are set up on the operator's screen.
 *
 * @param baseUrl where 1s2u's HTTP interface is, such as {@code https://api.1s2u.io}; unset for no account by settings
 * @param dlrToken the unguessable end of the callback address; generated if unset
 * @param requestsPerSecond over all nodes; 1s2u allows 30
 * @param requestsInFlight of one node
 * @param numbersPerRequest 1s2u allows 15
 * @param smppHost where 1s2u's SMPP interface is: with {@code baseUrl} it stands in while HTTP is away, without it is
 *     used alone; unset for no SMPP
 * @param smppTls whether the connection is encrypted, on port 2777 at 1s2u
 * @param smppTlsBundle the name of a bundle under {@code spring.ssl.bundle} with the certificates that are trusted there,
 *     by all accounts, in place of the public ones
 */
@ConfigurationProperties("heliograph.provider")
public record ProviderProperties(
        @Nullable String baseUrl,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @Nullable String dlrToken,
        @DefaultValue("30") int requestsPerSecond,
        @DefaultValue("8") int requestsInFlight,
        @DefaultValue("15") int numbersPerRequest,
        @DefaultValue("20") int timeoutSeconds,
        @Nullable String smppHost,
        @DefaultValue("2779") int smppPort,
        @DefaultValue("false") boolean smppTls,
        @Nullable String smppTlsBundle) {

    /** @throws IllegalArgumentException for what no request could be sent by, so that nothing starts with it */
    public ProviderProperties {
        if (baseUrl != null && !baseUrl.isBlank()) {
            requireAddress(baseUrl, "base-url", "https://api.1s2u.io");
        }
        if (smppHost != null && !smppHost.isBlank()) {
            requireAddress("http://" + smppHost, "smpp-host", "smpp.1s2u.io");
        }
        if (timeoutSeconds < 1) {
            throw new IllegalArgumentException(
                    "heliograph.provider.timeout-seconds is 1 or more, not " + timeoutSeconds);
        }
    }

    private static void requireAddress(String address, String setting, String example) {
        if (!Upstream.isAddress(address)) {
            throw new IllegalArgumentException("heliograph.provider." + setting + " is such as " + example);
        }
    }

    /** Whether an account is set up by settings at all. */
    boolean isSet() {
        return hasBaseUrl() || hasSmpp();
    }

    /** Whether it uses HTTP. */
    public boolean hasBaseUrl() {
        return baseUrl != null && !baseUrl.isBlank();
    }

    /** Whether it uses SMPP. */
    public boolean hasSmpp() {
        return smppHost != null && !smppHost.isBlank();
    }

    @Override
    public String toString() {
        return "ProviderProperties[" + baseUrl + "]";
    }
}

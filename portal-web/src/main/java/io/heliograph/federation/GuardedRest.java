package io.heliograph.federation;

import io.heliograph.webhooks.WebhooksProperties;
import io.heliograph.webhooks.http.AllowedAddresses;
import io.heliograph.webhooks.http.GuardedHttp;
import jakarta.annotation.PreDestroy;
import java.net.URI;
import java.time.Duration;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * Calls to addresses that a reseller chose, by the client that calls webhooks: https to public addresses only, unless
 * {@code heliograph.webhooks.allow-private}; an answer with headers as {@link GuardedHttp} takes them and a body of 256 KB
 * at most, within 10 seconds.
 */
@Component
class GuardedRest {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int CONNECTIONS = 32;

    private final GuardedHttp http;
    private final HttpComponentsClientHttpRequestFactory requests;
    private final boolean allowPrivate;

    GuardedRest(WebhooksProperties properties) {
        allowPrivate = properties.allowPrivate();
        http = new GuardedHttp(AllowedAddresses.of(allowPrivate), TIMEOUT, CONNECTIONS);
        requests = new HttpComponentsClientHttpRequestFactory(http.client());
    }

    /** Whether the address may be called at all; names in it are checked at the call. */
    boolean mayCall(String address) {
        try {
            URI uri = URI.create(address);
            return uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && ("https".equals(uri.getScheme()) || (allowPrivate && "http".equals(uri.getScheme())));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    RestClient.Builder client() {
        return RestClient.builder().requestFactory(requests).requestInterceptor(new BoundedBodies());
    }

    RestTemplate template() {
        RestTemplate template = new RestTemplate(requests);
        template.getInterceptors().add(new BoundedBodies());
        return template;
    }

    @PreDestroy
    void close() {
        http.close();
    }
}

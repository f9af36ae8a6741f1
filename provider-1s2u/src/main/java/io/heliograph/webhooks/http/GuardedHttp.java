package io.heliograph.webhooks.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP client for addresses that strangers chose: no private targets, no redirects, no retries of its own, no proxy,
 * cookies or passwords from anywhere. An answer with more than 100 headers, or a line of 8 KB in its head or around the
 * pieces of its body, is a failure. Its timeout is for a connection and for each read, not for the whole.
 */
public final class GuardedHttp implements AutoCloseable {

    /** No name of ours: receivers know the reseller only. */
    private static final String USER_AGENT = "Webhooks/1";

    /** Without a limit, a line that never ends is read until no memory is left. */
    private static final int MOST_BYTES_OF_LINE = 8 * 1024;

    private static final int MOST_HEADERS = 100;

    private static final TimeValue IDLE = TimeValue.ofSeconds(20);
    private static final TimeValue CHECK_AFTER = TimeValue.ofMilliseconds(500);

    private final GuardedResolver resolver;
    private final CloseableHttpClient client;

    /** For at most {@code connections} at a time. */
    public GuardedHttp(AllowedAddresses addresses, Duration timeout, int connections) {
        this(addresses, timeout, connections, null);
    }

    GuardedHttp(AllowedAddresses addresses, Duration timeout, int connections, @Nullable TlsSocketStrategy tls) {
        this.resolver = new GuardedResolver(addresses);
        this.client = client(Timeout.of(timeout), connections, tls);
    }

    /** The client itself, closed with this. */
    public CloseableHttpClient client() {
        return client;
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            resolver.close();
        }
    }

    private CloseableHttpClient client(Timeout timeout, int connections, @Nullable TlsSocketStrategy tls) {
        PoolingHttpClientConnectionManagerBuilder pool = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(resolver)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(boundedHeads())
                        .build())
                .setMaxConnTotal(connections)
                .setMaxConnPerRoute(connections)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout)
                        .setSocketTimeout(timeout)
                        .setValidateAfterInactivity(CHECK_AFTER)
                        .build());
        if (tls != null) {
            pool.setTlsSocketStrategy(tls);
        }
        return HttpClients.custom()
                .setConnectionManager(pool.build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(timeout)
                        .setResponseTimeout(timeout)
                        .build())
                .setUserAgent(USER_AGENT)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .evictIdleConnections(IDLE)
                .build();
    }

    /** The library refuses what reaches its limits, not only what is beyond them. */
    private static Http1Config boundedHeads() {
        return Http1Config.custom()
                .setMaxLineLength(MOST_BYTES_OF_LINE)
                .setMaxHeaderCount(MOST_HEADERS + 1)
                .build();
    }
}

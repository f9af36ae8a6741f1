package io.heliograph.provider;

import io.heliograph.provider.Exchange.Answered;
import io.heliograph.provider.Exchange.NotWritten;
import io.heliograph.provider.Exchange.Unanswered;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Posts forms and says for certain whether anything was written.
 *
 * <p>No retries, no redirects, no cookies. A pooled connection is checked before each use, since a request written to one
 * that the other side has closed would have to count as sent.
 */
final class Exchanges implements AutoCloseable {

    static final int MAX_ANSWER_BYTES = 16 * 1024;

    private static final int MAX_CONNECTIONS = 2_000;
    private static final int MAX_CONNECTIONS_TO_ONE_HOST = 1_000;
    private static final Timeout MAX_CONNECT = Timeout.ofSeconds(10);
    /** Shorter than servers keep an idle connection. */
    private static final TimeValue MAX_IDLE = TimeValue.ofSeconds(4);

    private static final String PROGRESS = "heliograph.progress";

    private final CloseableHttpClient http;
    private final ScheduledThreadPoolExecutor deadlines;

    Exchanges() {
        http = HttpClients.custom()
                .setConnectionManager(connections())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .evictExpiredConnections()
                .evictIdleConnections(MAX_IDLE)
                .setUserAgent("Heliograph")
                .addExecInterceptorBefore(ChainElement.MAIN_TRANSPORT.name(), "progress", (request, scope, chain) -> {
                    progress(scope.clientContext).leave();
                    return chain.proceed(request, scope);
                })
                .build();
        deadlines = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("1s2u-deadlines").factory());
        deadlines.setRemoveOnCancelPolicy(true);
    }

    /** Posts {@code form} to {@code uri}; ends at the latest when {@code timeout} is over. */
    Exchange post(URI uri, List<NameValuePair> form, Duration timeout) {
        return post(uri, form, timeout, Departure.atOnce());
    }

    /** The same, for a request that must not leave before {@code departure} lets it. */
    Exchange post(URI uri, List<NameValuePair> form, Duration timeout, Departure departure) {
        HttpPost request = new HttpPost(uri);
        request.setEntity(new UrlEncodedFormEntity(form, StandardCharsets.UTF_8));
        request.setConfig(within(timeout));
        Progress progress = new Progress(departure);
        HttpContext context = HttpCoreContext.create();
        context.setAttribute(PROGRESS, progress);
        Future<?> deadline = deadlines.schedule(
                () -> {
                    progress.expire();
                    request.cancel();
                },
                timeout.toMillis(),
                TimeUnit.MILLISECONDS);
        try (ClassicHttpResponse response = http.executeOpen(null, request, context)) {
            return answer(response);
        } catch (IOException | RuntimeException e) {
            String why = progress.isExpired() ? "No answer within " + seconds(timeout) : words(e);
            return progress.hasLeft() ? new Unanswered(why) : new NotWritten(why);
        } finally {
            deadline.cancel(false);
        }
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
        http.close(CloseMode.IMMEDIATE);
    }

    private static HttpClientConnectionManager connections() {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(MAX_CONNECTIONS)
                .setMaxConnPerRoute(MAX_CONNECTIONS_TO_ONE_HOST)
                .setDefaultSocketConfig(
                        SocketConfig.custom().setTcpNoDelay(true).build())
                .setDefaultTlsConfig(
                        TlsConfig.custom().setHandshakeTimeout(MAX_CONNECT).build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(MAX_CONNECT)
                        .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                        .build())
                .build();
    }

    /** The connect timeout on a request is deprecated for the pool's, but only a request knows its account's deadline. */
    @SuppressWarnings("deprecation")
    private static RequestConfig within(Duration timeout) {
        Timeout most = Timeout.of(timeout);
        return RequestConfig.custom()
                .setConnectionRequestTimeout(most)
                .setConnectTimeout(most.compareTo(MAX_CONNECT) < 0 ? most : MAX_CONNECT)
                .setResponseTimeout(most)
                .setConnectionKeepAlive(MAX_IDLE)
                .build();
    }

    private static Exchange answer(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return new Answered(response.getCode(), "");
        }
        InputStream content = entity.getContent();
        byte[] body = content.readNBytes(MAX_ANSWER_BYTES + 1);
        return body.length > MAX_ANSWER_BYTES
                ? new Unanswered("An answer of more than " + MAX_ANSWER_BYTES + " bytes")
                : new Answered(response.getCode(), new String(body, StandardCharsets.UTF_8));
    }

    private static Progress progress(HttpContext context) {
        return (Progress) context.getAttribute(PROGRESS);
    }

    private static String seconds(Duration timeout) {
        return timeout.toMillis() / 1000.0 + " s";
    }

    private static String words(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /** How far an exchange came; once it has left, the other side may have read the request. */
    private static final class Progress {

        private final Departure departure;
        private boolean left;
        private boolean expired;

        Progress(Departure departure) {
            this.departure = departure;
        }

        /** There is a connection. */
        void leave() throws IOException {
            try {
                if (!departure.await()) {
                    throw new IOException("It was not to leave any more");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("Interrupted before it left");
            }
            markAsLeft();
        }

        private synchronized void markAsLeft() throws IOException {
            if (expired) {
                throw new IOException("The deadline passed before there was a connection");
            }
            left = true;
        }

        synchronized void expire() {
            expired = true;
        }

        synchronized boolean hasLeft() {
            return left;
        }

        synchronized boolean isExpired() {
            return expired;
        }
    }
}

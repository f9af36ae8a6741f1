package io.heliograph.webhooks.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.MessageHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;

/** One request on its way; what has come back so far can be read at any time, so that it may be cut off. */
final class Conversation {

    private static final int MOST_BODY_BYTES = 16 * 1024;
    private static final int MOST_HEADER_CHARACTERS = 8 * 1024;

    private final CloseableHttpClient client;
    private final Clock clock;
    private final HttpPost post;
    private final HttpClientContext context = HttpClientContext.create();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private volatile @Nullable Answer head;

    Conversation(CloseableHttpClient client, Clock clock, WebhookRequest request) {
        this.client = client;
        this.clock = clock;
        this.post = new HttpPost(request.url());
        request.headers().forEach(post::setHeader);
        post.setEntity(new ByteArrayEntity(request.body().getBytes(StandardCharsets.UTF_8), null));
    }

    /** Has it, on this thread. */
    Answer call() throws IOException, HttpException {
        // Closing the response, not its stream: a rest of the body is left behind and its connection dropped.
        try (ClassicHttpResponse response = client.executeOpen(RoutingSupport.determineHost(post), post, context)) {
            Answer seen = new Answer(response.getCode(), lines(response), "", retryAfter(response));
            head = seen;
            read(response.getEntity());
            return withBody(seen);
        }
    }

    /** The answer as far as it has come; null if not even its head has. */
    @Nullable
    Answer soFar() {
        Answer seen = head;
        return seen == null ? null : withBody(seen);
    }

    /** The headers as they were sent, one on a line. */
    String sentHeaders() {
        HttpRequest sent = context.getRequest();
        return lines(sent == null ? post : sent);
    }

    /** Ends it at once, wherever it is. */
    void cutOff() {
        post.abort();
    }

    private void read(@Nullable HttpEntity entity) throws IOException {
        if (entity == null) {
            return;
        }
        InputStream in = entity.getContent();
        byte[] buffer = new byte[4096];
        int count = in.read(buffer);
        while (count >= 0) {
            body.write(buffer, 0, Math.min(count, MOST_BODY_BYTES - body.size()));
            count = body.size() == MOST_BODY_BYTES ? -1 : in.read(buffer);
        }
    }

    private Answer withBody(Answer seen) {
        return new Answer(seen.status(), seen.headers(), body.toString(StandardCharsets.UTF_8), seen.retryAfter());
    }

    private @Nullable Duration retryAfter(ClassicHttpResponse response) {
        return Stream.ofNullable(response.getFirstHeader(HttpHeaders.RETRY_AFTER))
                .flatMap(header -> RetryAfter.parse(header.getValue(), clock.instant()).stream())
                .findFirst()
                .orElse(null);
    }

    private static String lines(MessageHeaders message) {
        String lines = Arrays.stream(message.getHeaders())
                .map((Header header) -> header.getName() + ": " + header.getValue())
                .collect(Collectors.joining("\n"));
        return lines.length() <= MOST_HEADER_CHARACTERS ? lines : lines.substring(0, MOST_HEADER_CHARACTERS);
    }
}

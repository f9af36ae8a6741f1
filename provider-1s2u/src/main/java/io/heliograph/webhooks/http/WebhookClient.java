package io.heliograph.webhooks.http;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpException;
import org.jspecify.annotations.Nullable;

/**
 * Posts to addresses that strangers chose: no private targets, no redirects, no retries of its own, no proxy, cookies or
 * passwords from anywhere, and one deadline over names, connection, TLS, answer and body.
 */
public final class WebhookClient implements AutoCloseable {

    private final Clock clock;
    private final Duration deadline;
    private final Deadlines deadlines;
    private final GuardedHttp http;

    /** A client for at most {@code connections} exchanges at a time, each ended after {@code deadline}. */
    public WebhookClient(AllowedAddresses addresses, Duration deadline, int connections, Clock clock) {
        this(addresses, deadline, connections, clock, null);
    }

    WebhookClient(
            AllowedAddresses addresses,
            Duration deadline,
            int connections,
            Clock clock,
            @Nullable TlsSocketStrategy tls) {
        this.clock = clock;
        this.deadline = deadline;
        this.deadlines = new Deadlines(deadline);
        this.http = new GuardedHttp(addresses, deadline, connections, tls);
    }

    /**
     * Posts and waits for the answer, never longer than the deadline. Every failure is in the result.
     *
     * @throws InterruptedException if this thread is told to stop; whether the request arrived is then unknown
     */
    public Exchange post(WebhookRequest request) throws InterruptedException {
        Instant startedAt = clock.instant();
        long started = System.nanoTime();
        Conversation conversation = new Conversation(http.client(), clock, request);
        String error = errorOf(conversation);
        return new Exchange(
                startedAt,
                Duration.ofNanos(System.nanoTime() - started),
                request,
                conversation.sentHeaders(),
                conversation.soFar(),
                error);
    }

    @Override
    public void close() {
        try {
            http.close();
        } finally {
            deadlines.close();
        }
    }

    private @Nullable String errorOf(Conversation conversation) throws InterruptedException {
        try (Deadlines.Watch watch = deadlines.watch(conversation::cutOff)) {
            try {
                Answer answer = conversation.call();
                return answer.isSuccess() ? null : FailureWords.status(answer.status());
            } catch (IOException | HttpException | RuntimeException e) {
                if (watch.end()) {
                    return late(conversation);
                }
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                return FailureWords.of(e, deadline);
            }
        }
    }

    private String late(Conversation conversation) {
        return conversation.soFar() == null ? FailureWords.noAnswer(deadline) : FailureWords.notComplete(deadline);
    }
}

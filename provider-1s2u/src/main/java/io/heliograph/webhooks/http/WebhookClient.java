package io.heliograph.webhooks.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.jspecify.annotations.Nullable;

/**
 * Posts to addresses that strangers chose: no private targets, no redirects, no retries of its own, no proxy, cookies or
 * passwords from anywhere, and one deadline over names, connection, TLS, answer and body.
 */
public final class WebhookClient implements AutoCloseable {

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("webhook-exchange-", 0).factory());
    private final Clock clock;
    private final Duration deadline;
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
            threads.shutdownNow();
        }
    }

    private @Nullable String errorOf(Conversation conversation) throws InterruptedException {
        Future<Answer> exchange = threads.submit(conversation);
        try {
            Answer answer = exchange.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
            return answer.isSuccess() ? null : FailureWords.status(answer.status());
        } catch (TimeoutException _) {
            return conversation.soFar() == null ? FailureWords.noAnswer(deadline) : FailureWords.notComplete(deadline);
        } catch (ExecutionException e) {
            return FailureWords.of(Objects.requireNonNullElse(e.getCause(), e), deadline);
        } finally {
            if (!exchange.isDone()) {
                conversation.cutOff();
                exchange.cancel(true);
            }
        }
    }
}

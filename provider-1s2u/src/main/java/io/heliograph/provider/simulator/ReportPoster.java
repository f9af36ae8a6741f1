package io.heliograph.provider.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Posts delivery reports to the callback, and again where it is not answered 2xx. */
final class ReportPoster implements AutoCloseable {

    private static final int MAX_IN_FLIGHT = 64;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final SimulatorOptions options;
    private final Clock clock;
    private final Recent<PostedReport> posted = new Recent<>();
    private final Semaphore inFlight = new Semaphore(MAX_IN_FLIGHT);
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("1s2u-simulator-reports").factory());
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private volatile @Nullable URI callback;

    ReportPoster(SimulatorOptions options, Clock clock) {
        this.options = options;
        this.clock = clock;
    }

    /** Takes {@code address} when it answers GET and HEAD with 200 (contract D1). */
    boolean register(URI address) {
        boolean taken = check(address, "GET") && check(address, "HEAD");
        if (taken) {
            callback = address;
        }
        return taken;
    }

    void post(SentMessage message, String response, Duration after) {
        schedule(message, response, 0, after);
    }

    /** Posts at once and returns when it was answered. */
    void postNow(SentMessage message, String response) {
        attempt(message, response, 0);
    }

    Recent<PostedReport> posted() {
        return posted;
    }

    @Override
    public void close() {
        timer.shutdownNow();
        workers.shutdownNow();
        http.shutdownNow();
    }

    private void schedule(SentMessage message, String response, int tries, Duration after) {
        try {
            Future<?> _ = timer.schedule(
                    () -> workers.execute(() -> attempt(message, response, tries)),
                    after.toMillis(),
                    TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException _) {
            // Stopped: what has not been reported by now is not reported.
        }
    }

    private void attempt(SentMessage message, String response, int tries) {
        int status = send(message, response);
        posted.add(new PostedReport(message.id(), message.msisdn(), response, status, clock.instant()));
        boolean isTaken = status >= 200 && status < 300;
        if (!isTaken && tries < options.timing().retries().size()) {
            schedule(message, response, tries + 1, options.timing().retries().get(tries));
        }
    }

    private int send(SentMessage message, String response) {
        URI address = callback;
        if (address == null) {
            return 0;
        }
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(TIMEOUT)
                .header("Content-Type", options.forms().reports().contentType())
                .POST(BodyPublishers.ofString(options.forms().reports().write(fields(message, response))))
                .build();
        return inFlight(request).orElse(0);
    }

    private Map<String, String> fields(SentMessage message, String response) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("msisdn", message.msisdn());
        fields.put("source", message.sender());
        fields.put("sms_id", message.id());
        fields.put("sent_date", options.forms().dates().write(clock.instant()));
        fields.put("response", response);
        return fields;
    }

    private boolean check(URI address, String method) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(TIMEOUT)
                .method(method, BodyPublishers.noBody())
                .build();
        return inFlight(request).filter(status -> status == 200).isPresent();
    }

    private Optional<Integer> inFlight(HttpRequest request) {
        try {
            inFlight.acquire();
            try {
                return Optional.of(http.send(request, BodyHandlers.discarding()).statusCode());
            } finally {
                inFlight.release();
            }
        } catch (IOException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}

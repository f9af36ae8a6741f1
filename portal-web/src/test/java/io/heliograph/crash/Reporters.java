package io.heliograph.crash;

import io.heliograph.line.Calls;
import io.heliograph.processes.PortalProgram;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Posts 1s2u's delivery reports, alone and many at once, each until a portal has said that it has it. */
final class Reporters implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration AGAIN_AFTER = Duration.ofMillis(200);
    private static final int AT_ONCE = 20;
    private static final int UNDELIVERED_PERCENT = 10;

    private final TruthLog log;
    private final Supplier<List<PortalProgram>> portals;
    private final String path;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final BlockingQueue<Report> waiting = new LinkedBlockingQueue<>();
    private final AtomicInteger open = new AtomicInteger();
    private final Map<String, String> taken = new ConcurrentHashMap<>();

    private volatile boolean running = true;

    Reporters(Path folder, Supplier<List<PortalProgram>> portals, String path, int count, long seed) {
        this.log = new TruthLog(folder.resolve("reporters.log"));
        this.portals = portals;
        this.path = path;
        for (int i = 0; i < count; i++) {
            Random random = new Random(seed + i);
            Thread.startVirtualThread(() -> post(random));
        }
    }

    private record Report(String id, String number, String response) {

        String json() {
            return """
                    {"msisdn":"%s","source":"Test","sms_id":"%s","sent_date":"2026-11-25 10:00:00","response":"%s"}""".formatted(number, id, response);
        }
    }

    /** A report for each of these numbers. */
    void report(String id, List<String> numbers) {
        for (String number : numbers) {
            boolean fails = Math.floorMod(number.hashCode(), 100) < UNDELIVERED_PERCENT;
            open.incrementAndGet();
            waiting.add(new Report(id, number, fails ? "UNDELIV" : "DELIVRD"));
        }
    }

    /** How many are not taken yet. */
    int open() {
        return open.get();
    }

    /** What was reported and taken, by number. */
    Map<String, String> taken() {
        return Map.copyOf(taken);
    }

    @Override
    public void close() throws IOException {
        running = false;
        log.close();
    }

    private void post(Random random) {
        try {
            while (running) {
                Report first = waiting.poll(100, TimeUnit.MILLISECONDS);
                if (first == null) {
                    continue;
                }
                List<Report> some = new ArrayList<>(List.of(first));
                if (random.nextBoolean()) {
                    TimeUnit.MILLISECONDS.sleep(random.nextInt(100));
                    waiting.drainTo(some, AT_ONCE - 1);
                }
                if (isTaken(some, random)) {
                    some.forEach(report -> taken.put(report.number(), report.response()));
                    open.addAndGet(-some.size());
                } else {
                    waiting.addAll(some);
                    TimeUnit.MILLISECONDS.sleep(AGAIN_AFTER.toMillis());
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isTaken(List<Report> some, Random random) throws InterruptedException {
        List<PortalProgram> serving = portals.get();
        if (serving.isEmpty()) {
            return false;
        }
        PortalProgram portal = serving.get(random.nextInt(serving.size()));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + portal.port() + path))
                .timeout(PATIENCE);
        Report first = some.getFirst();
        if (some.size() == 1) {
            request.header("Content-Type", Calls.FORM)
                    .POST(BodyPublishers.ofString(Calls.encoded(Map.of(
                            "msisdn", first.number(),
                            "source", "Test",
                            "sms_id", first.id(),
                            "sent_date", "11/25/2026 10:00:00 AM",
                            "response", first.response()))));
        } else {
            String array = some.stream().map(Report::json).collect(Collectors.joining(",", "[", "]"));
            request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(array));
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            // The port of a portal that was killed may be another program's by now, which says 200 to everything.
            boolean isTaken = answer.statusCode() == 200 && portal.isAlive();
            log.add("%s %d %s from %d at %d: %s"
                    .formatted(
                            Instant.now(),
                            answer.statusCode(),
                            answer.body().lines().findFirst().orElse(""),
                            portal.pid(),
                            portal.port(),
                            some.stream().map(Report::number).toList()));
            return isTaken;
        } catch (IOException _) {
            return false;
        }
    }
}

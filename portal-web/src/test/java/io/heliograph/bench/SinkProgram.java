package io.heliograph.bench;

import io.heliograph.processes.Call;
import io.heliograph.processes.Figures;
import io.heliograph.processes.HttpBytes;
import io.heliograph.processes.Latencies;
import io.heliograph.processes.LoopServer;
import io.heliograph.processes.Options;
import io.heliograph.processes.Tally;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** A receiver of webhooks that takes everything at once, counts it, and notes how old it is. */
final class SinkProgram {

    private static final String TIMESTAMP = "\"timestamp\":\"";
    private static final byte[] TAKEN = HttpBytes.ascii("HTTP/1.1 204 No Content\r\n\r\n");

    private final Tally events = new Tally();
    private final Tally requests = new Tally();
    private Latencies ages = new Latencies();

    public static void main(String[] arguments) throws IOException {
        SinkProgram sink = new SinkProgram();
        LoopServer server = LoopServer.start(Options.of(arguments).number("port", 0), sink::handle);
        System.out.println("port=" + server.port());
    }

    private void handle(Call call) {
        String target = call.target();
        if (target.startsWith("/bench/figures")) {
            call.answer(HttpBytes.answer(
                    200,
                    Figures.of(Map.of(
                                    "events", events.count(),
                                    "requests", requests.count(),
                                    "seconds", events.seconds(),
                                    "p50", ages.millis(0.5),
                                    "p95", ages.millis(0.95),
                                    "p99", ages.millis(0.99)))
                            .lines()));
        } else if (target.startsWith("/bench/reset")) {
            events.reset();
            requests.reset();
            ages = new Latencies();
            call.answer(HttpBytes.answer(200, ""));
        } else {
            events.add(eventsIn(call.body()));
            noteAge(call.body());
            requests.add(1);
            call.answer(TAKEN);
        }
    }

    /** Of the first event: its time is that of the transaction that published it. */
    private void noteAge(String body) {
        int at = body.indexOf(TIMESTAMP);
        if (at >= 0) {
            int from = at + TIMESTAMP.length();
            Instant published = Instant.parse(body.substring(from, body.indexOf('"', from)));
            ages.add(Duration.between(published, Instant.now()).toNanos());
        }
    }

    /** An endpoint may get several reports in one request: each names its type. */
    private static int eventsIn(String body) {
        int found = 0;
        for (int at = body.indexOf("\"type\""); at >= 0; at = body.indexOf("\"type\"", at + 1)) {
            found++;
        }
        return Math.max(found, 1);
    }
}

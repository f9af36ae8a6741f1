package io.heliograph.bench;

import io.heliograph.processes.Caller;
import io.heliograph.processes.Figures;
import io.heliograph.processes.HttpBytes;
import io.heliograph.processes.Latencies;
import io.heliograph.processes.Options;
import io.heliograph.processes.Requests;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Calls {@code /bulksms} of a portal, as programs of its customers do, bounded in count and time, and prints what came of
 * it. With {@code path} it calls that address instead, for the machine's own limit.
 */
final class LoadProgram implements Requests {

    private static final String TEXT = "Your+verification+code+is+123456.+It+expires+in+10+minutes.";
    private static final byte[] ACCEPTED = HttpBytes.ascii("OK: ");

    private final Options options;
    private final int numbers;
    private final String text;
    private final int firstTenant;
    private final int tenants;
    private final int pauseMillis;
    private final String path;
    private long number;
    private long left;
    private long accepted;
    private String otherwise = "";

    private LoadProgram(Options options) {
        this.options = options;
        this.numbers = options.number("numbers", 1);
        this.text = options.text("text", "same");
        this.pauseMillis = options.number("pause", 0);
        this.firstTenant = options.number("first-tenant", 0);
        this.tenants = options.number("tenants", 1);
        this.path = options.text("path", "");
        this.number = Long.parseLong(options.text("first", "447700000000"));
        this.left = options.number("requests", 1_000);
    }

    public static void main(String[] arguments) throws IOException {
        LoadProgram load = new LoadProgram(Options.of(arguments));
        Caller.Result result = Caller.call(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), load.options.number("port", 8080)),
                load.options.number("connections", 16),
                load,
                Duration.ofSeconds(load.options.number("seconds", 10)));
        Latencies latencies = result.latencies();
        System.out.print(Figures.of(Map.of(
                        "answered", result.answered(),
                        "accepted", load.accepted,
                        "otherwise", load.otherwise,
                        "seconds", result.seconds(),
                        "p50", latencies.millis(0.5),
                        "p95", latencies.millis(0.95),
                        "p99", latencies.millis(0.99)))
                .lines());
    }

    @Override
    public byte @Nullable [] next() {
        if (left-- <= 0) {
            return null;
        }
        if (pauseMillis > 0) {
            pause();
        }
        return HttpBytes.ascii("GET " + (path.isEmpty() ? bulkSms() : path) + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    }

    @Override
    public void answered(int status, byte[] bytes, int bodyStart, int bodyEnd) {
        if (bodyEnd - bodyStart >= ACCEPTED.length
                && bytes[bodyStart] == ACCEPTED[0]
                && bytes[bodyStart + 2] == ACCEPTED[2]) {
            accepted++;
        } else if (otherwise.isEmpty()) {
            otherwise = status + " " + HttpBytes.text(bytes, bodyStart, bodyEnd).strip();
        }
    }

    /** All connections together: for a load that leaves the machine idle most of the time. */
    private void pause() {
        try {
            Thread.sleep(pauseMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String bulkSms() {
        long tenant = firstTenant + left % tenants;
        StringBuilder to = new StringBuilder();
        long first = number;
        for (int i = 0; i < numbers; i++) {
            to.append(i == 0 ? "" : ",").append(number++);
        }
        return "/bulksms?username=" + BenchTenants.username(tenant) + "&password=" + BenchTenants.SECRET
                + "&mt=0&sid=BENCH&mno=" + to + "&msg=" + TEXT + distinction(first);
    }

    /** What makes texts differ: nothing, the number that a request begins with, or when it is sent. */
    private String distinction(long first) {
        return switch (text) {
            case "own" -> "+Ref+" + first;
            case "timed" -> SentAt.now();
            default -> "";
        };
    }
}

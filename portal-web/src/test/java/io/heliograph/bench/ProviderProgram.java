package io.heliograph.bench;

import io.heliograph.processes.Call;
import io.heliograph.processes.Caller;
import io.heliograph.processes.Figures;
import io.heliograph.processes.HttpBytes;
import io.heliograph.processes.LoopServer;
import io.heliograph.processes.Options;
import io.heliograph.processes.Requests;
import io.heliograph.processes.Tally;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A 1s2u that takes and answers everything at once and remembers what it took. Told to by {@code /bench/report}, it posts a delivery
 * report for each number, over as many connections as it is told.
 */
final class ProviderProgram {

    private static final String ID = "00000000-0000-4000-8000-";
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final List<Sent> sent = new ArrayList<>();
    private final Tally numbers = new Tally();
    private final Tally requests = new Tally();
    private final SentAt ages = new SentAt();
    private final Tally reports = new Tally();
    private final FastHlr hlr = new FastHlr();
    private final AtomicLong ids = new AtomicLong(System.currentTimeMillis() << 16);

    private volatile Figures reported = Figures.of(Map.of());

    private record Sent(String id, String numbers) {}

    public static void main(String[] arguments) throws IOException {
        ProviderProgram provider = new ProviderProgram();
        LoopServer server = LoopServer.start(Options.of(arguments).number("port", 0), provider::handle);
        System.out.println("smpp=" + FastSmsc.start(provider.numbers).port());
        System.out.println("port=" + server.port());
    }

    private void handle(Call call) {
        String target = call.target();
        if (target.startsWith("/bulksms")) {
            call.answer(HttpBytes.answer(200, "OK: " + take(target, call.body())));
        } else if (target.startsWith("/hlr")) {
            call.answer(HttpBytes.answer(200, hlr.answer(parameter(target, call.body(), "msisdn="))));
        } else if (target.startsWith("/checkbalance")) {
            call.answer(HttpBytes.answer(200, "1000000"));
        } else if (target.startsWith("/bench/figures")) {
            call.answer(HttpBytes.answer(200, figures().lines()));
        } else if (target.startsWith("/bench/reset")) {
            reset();
            call.answer(HttpBytes.answer(200, ""));
        } else if (target.startsWith("/bench/report")) {
            report(Options.of(target.substring(target.indexOf('?') + 1).split("&", -1)));
            call.answer(HttpBytes.answer(200, ""));
        } else {
            call.answer(HttpBytes.answer(200, "OK"));
        }
    }

    private String take(String target, String body) {
        String to = parameter(target, body, "mno=");
        String id = ID + String.format("%012x", ids.incrementAndGet());
        synchronized (sent) {
            sent.add(new Sent(id, to));
        }
        ages.read(body);
        requests.add(1);
        numbers.add(to.chars().filter(c -> c == ',').count() + 1);
        return id;
    }

    private static String parameter(String target, String body, String name) {
        String form = body.isEmpty() ? target : body;
        int from = form.indexOf(name) + name.length();
        int to = form.indexOf('&', from);
        return (to < 0 ? form.substring(from) : form.substring(from, to)).replace("%2C", ",");
    }

    private void reset() {
        synchronized (sent) {
            sent.clear();
        }
        numbers.reset();
        requests.reset();
        ages.reset();
        reports.reset();
        hlr.reset();
        reported = Figures.of(Map.of());
    }

    private Figures figures() {
        return Figures.parse(Figures.of(Map.of(
                                "numbers", numbers.count(),
                                "seconds", numbers.seconds(),
                                "requests", requests.count(),
                                "reports", reports.count()))
                        .lines()
                + ages.figures().lines()
                + hlr.figures().lines()
                + reported.lines());
    }

    private void report(Options options) {
        List<Sent> all;
        synchronized (sent) {
            all = List.copyOf(sent);
        }
        InetSocketAddress portal =
                new InetSocketAddress(InetAddress.getLoopbackAddress(), options.number("port", 8080));
        DeliveryReports wanted = new DeliveryReports(all.iterator(), options.text("path", "/"));
        Thread.ofPlatform().name("reports").start(() -> {
            try {
                Caller.Result result = Caller.call(portal, options.number("connections", 16), wanted, LONGEST);
                reported = Figures.of(Map.of(
                        "reportSeconds", result.seconds(),
                        "reportsRefused", wanted.refused,
                        "reportP50", result.latencies().millis(0.5),
                        "reportP95", result.latencies().millis(0.95),
                        "reportP99", result.latencies().millis(0.99)));
            } catch (IOException e) {
                reported = Figures.of(Map.of("reportError", e));
            }
        });
    }

    /** One report for each number that was taken. */
    private final class DeliveryReports implements Requests {

        private final Iterator<Sent> all;
        private final String path;
        private Iterator<String> numbersOfOne = List.<String>of().iterator();
        private String id = "";
        private long refused;

        DeliveryReports(Iterator<Sent> all, String path) {
            this.all = all;
            this.path = path;
        }

        @Override
        public byte @Nullable [] next() {
            if (!numbersOfOne.hasNext()) {
                if (!all.hasNext()) {
                    return null;
                }
                Sent one = all.next();
                id = one.id();
                numbersOfOne = List.of(one.numbers().split(",", -1)).iterator();
            }
            String body = "msisdn=" + numbersOfOne.next() + "&source=BENCH&sms_id=" + id
                    + "&sent_date=11%2F23%2F2026+10%3A00%3A00+AM&response=DELIVRD";
            return HttpBytes.ascii("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                    + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length()
                    + "\r\n\r\n" + body);
        }

        @Override
        public void answered(int status, byte[] bytes, int bodyStart, int bodyEnd) {
            if (status == 200) {
                reports.add(1);
            } else {
                refused++;
            }
        }
    }
}

package io.heliograph.bench;

import io.heliograph.processes.Figures;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/**
 * Whether customers with good endpoints notice those with bad ones: how long an event takes from its report to their
 * endpoint, before and after a fifth of all endpoints went bad, of which one has a long queue as well. The load is little,
 * since a machine that is busy delays everybody.
 */
final class Isolation {

    private static final int CONNECTIONS = 2;
    private static final int REQUESTS = 4_000;
    private static final int QUEUE = 50_000;
    private static final int BAD = Installation.CUSTOMERS / 5;
    private static final long FIRST_NUMBER = 447_990_000_000L;

    private final BenchSettings settings;
    private final Installation installation;
    private final Table table;

    Isolation(BenchSettings settings, Installation installation, Table table) {
        this.settings = settings;
        this.installation = installation;
        this.table = table;
    }

    void run() throws SQLException {
        measure("", Installation.CUSTOMERS);
        table.add(measure("webhooks, all endpoints well", Installation.CUSTOMERS));
        try (Connection connection = installation.connect()) {
            new BadEndpoints(connection).make(BAD, installation.badHook(), QUEUE);
        }
        measure("", Installation.CUSTOMERS - BAD);
        table.add(measure(
                "webhooks, " + BAD + " endpoints bad, one with " + QUEUE + " queued", Installation.CUSTOMERS - BAD));
    }

    /** Of the well ones alone. */
    private Row measure(String what, int well) {
        installation.atProvider("reset");
        Figures load = installation.load(
                settings.seconds(),
                Map.of(
                        "connections",
                        16,
                        "requests",
                        REQUESTS,
                        "tenants",
                        Installation.CUSTOMERS,
                        "first",
                        FIRST_NUMBER));
        long messages = load.count("accepted");
        Waiting.until(
                Duration.ofSeconds(settings.drainSeconds()),
                () -> installation.atProvider("figures").count("numbers") >= messages);
        installation.atSink("reset");
        Cost cost = Cost.begin(installation);
        installation.report(CONNECTIONS);
        long theirs = messages * well / Installation.CUSTOMERS;
        boolean done = Waiting.until(
                Duration.ofSeconds(settings.drainSeconds()),
                () -> installation.atProvider("figures").text("reportSeconds").length() > 0
                        && installation.atSink("figures").count("events") >= theirs);
        Figures sink = installation.atSink("figures");
        Figures provider = installation.atProvider("figures");
        System.out.println(what + ": " + provider.values() + " " + sink.values());
        Row row = Row.of(what)
                .with(Column.REPORTS, provider.count("reports") / Math.max(provider.number("reportSeconds"), 1e-3))
                .with(Column.P50, sink.number("p50"))
                .with(Column.P95, sink.number("p95"))
                .with(Column.P99, sink.number("p99"))
                .with(Column.WEBHOOKS, sink.count("events") / Math.max(sink.number("seconds"), 1e-3));
        if (!done) {
            row.with(Column.LEFT, (double) (theirs - sink.count("events")));
        }
        return cost.end(row, sink.count("events"));
    }
}

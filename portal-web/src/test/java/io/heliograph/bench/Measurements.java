package io.heliograph.bench;

import io.heliograph.processes.Disk;
import io.heliograph.processes.Figures;
import io.heliograph.processes.Latencies;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Makes each scenario's load and says what came of it. */
final class Measurements {

    private static final int LONGEST_CAMPAIGN_SECONDS = 240;
    private static final int NUMBERS = 15;
    private static final int USUAL = 16;
    private static final int PAGES = 200;
    private static final long APART = 1_000_000;

    private final BenchSettings settings;
    private final Installation installation;
    private final Table table;
    private String large = "";
    private long number = 447_700_000_000L;

    Measurements(BenchSettings settings, Installation installation, Table table) {
        this.settings = settings;
        this.installation = installation;
        this.table = table;
    }

    /** A load whose figures are thrown away: the virtual machines compile what is used. */
    void warmUp() {
        send("", settings.warmUpSeconds(), Map.of("connections", USUAL, "tenants", Installation.CUSTOMERS));
        send("", settings.warmUpSeconds() / 2, Map.of("connections", USUAL, "numbers", NUMBERS));
        report("", settings.seconds(), Map.of("requests", 1_000, "tenants", Installation.CUSTOMERS));
    }

    void run(Scenario scenario) throws IOException, SQLException {
        switch (scenario) {
            case LIMITS -> limits();
            case ACCEPT -> eachNumberOfConnections("accept, one text", Map.of());
            case OWN_TEXTS -> eachNumberOfConnections("accept, own texts", Map.of("text", "own"));
            case FIFTEEN -> {
                eachNumberOfConnections("accept 15 numbers, one text", Map.of("numbers", NUMBERS));
                eachNumberOfConnections("accept 15 numbers, own texts", Map.of("numbers", NUMBERS, "text", "own"));
            }
            case SPREAD ->
                table.add(send(
                        "accept, 100 wallets, 16 connections",
                        settings.seconds(),
                        Map.of("connections", USUAL, "tenants", Installation.CUSTOMERS)));
            case SMPP -> {
                table.add(smpp("smpp, 1 session, window 16", 1, 16));
                table.add(smpp("smpp, 1 session, window 64", 1, 64));
                table.add(smpp("smpp, 4 sessions, window 16", 4, 16));
            }
            case SMPP_UPSTREAM -> {
                UpstreamSettings upstream = new UpstreamSettings(installation);
                upstream.smpp(4, 16);
                table.add(send(
                        "accept, forwarded by SMPP, 64 connections", settings.seconds(), Map.of("connections", 64)));
                upstream.http();
            }
            case CAMPAIGN ->
                table.add(send(
                        "campaign of " + settings.campaign(),
                        LONGEST_CAMPAIGN_SECONDS,
                        Map.of(
                                "connections",
                                USUAL,
                                "numbers",
                                NUMBERS,
                                "requests",
                                Math.ceilDiv(settings.campaign(), NUMBERS))));
            case REPORTS -> table.add(report("reports and webhooks", settings.seconds(), Map.of()));
            case SPREAD_REPORTS ->
                table.add(report(
                        "reports and webhooks, 100 customers",
                        settings.seconds(),
                        Map.of("tenants", Installation.CUSTOMERS)));
            case ISOLATION -> new Isolation(settings, installation, table).run();
            case LOOKUPS -> {
                new ListCheck(settings, installation, table, number).run();
                number += APART;
            }
            case BACKLOG -> {
                new BesideCampaign(settings, installation, table, number).run();
                number += APART;
            }
            case PAGES -> {
                table.add(page("page of messages", "/messages"));
                table.add(page("page of messages that failed", "/messages?state=failed"));
                table.add(page("page of messages to a number", "/messages?q=%2B449000000015"));
                table.add(page("page of the statement", "/credits/statement"));
            }
            case GROWTH -> grow();
        }
    }

    /** A tenth goes to the customer that most scenarios send for, the rest to the others evenly. */
    private void grow() throws SQLException {
        Map<String, ?> one =
                Map.of("requests", Installation.CUSTOMERS, "numbers", NUMBERS, "tenants", Installation.CUSTOMERS);
        report("", LONGEST_CAMPAIGN_SECONDS, one);
        try (Connection connection = installation.connect()) {
            long hot = settings.growth() / 10;
            long each = (settings.growth() - hot) / (Installation.CUSTOMERS - 1);
            for (int i = 0; i < Installation.CUSTOMERS; i++) {
                new Filler(connection, BenchTenants.username(i)).fill(i == 0 ? hot : each);
            }
        }
        System.out.println("Filled with " + settings.growth() + " messages");
        large = ", after " + settings.growth() / 1_000_000 + " million messages";
    }

    private Row page(String what, String path) {
        Latencies latencies = installation.page(path, PAGES);
        return Row.of(what + large)
                .with(Column.P50, latencies.millis(0.5))
                .with(Column.P95, latencies.millis(0.95))
                .with(Column.P99, latencies.millis(0.99));
    }

    private void limits() throws IOException {
        table.add(Row.of("disk: 4 KB appended and synced")
                .with(Column.RATE, (double) Disk.syncsPerSecond(settings.home())));
        table.add(Row.of("loopback: empty requests, 16 connections")
                .with(Column.RATE, (double) installation.emptyRequestsPerSecond()));
    }

    private void eachNumberOfConnections(String what, Map<String, ?> options) {
        for (int connections : settings.connections()) {
            Map<String, Object> all = new HashMap<>(options);
            all.put("connections", connections);
            table.add(send(
                    what + ", " + connections + (connections == 1 ? " connection" : " connections"),
                    settings.seconds(),
                    all));
        }
    }

    private Row smpp(String what, int sessions, int window) {
        return send(what, settings.seconds(), Map.of("connections", sessions, "window", window));
    }

    private Row send(String what, int seconds, Map<String, ?> options) {
        installation.atProvider("reset");
        Cost cost = Cost.begin(installation);
        Figures load = load(seconds, options);
        long messages = load.count("accepted") * numbers(options);
        boolean done = await(() -> installation.atProvider("figures").count("numbers") >= messages);
        Figures provider = installation.atProvider("figures");
        Row row = Row.of(what + large)
                .with(Column.ACCEPTS, load.count("accepted") / load.number("seconds"))
                .with(Column.P50, load.number("p50"))
                .with(Column.P95, load.number("p95"))
                .with(Column.P99, load.number("p99"))
                .with(Column.FORWARDED, provider.count("numbers") / Math.max(provider.number("seconds"), 1e-3));
        if (!done) {
            row.with(Column.LEFT, (double) (messages - provider.count("numbers")));
        }
        System.out.println(what + ": " + load.values() + " " + provider.values());
        return cost.end(row, provider.count("numbers"));
    }

    private Row report(String what, int seconds, Map<String, ?> options) {
        installation.atProvider("reset");
        Map<String, Object> all = new HashMap<>(options);
        all.putIfAbsent("connections", USUAL);
        long messages = load(seconds, all).count("accepted") * numbers(options);
        await(() -> installation.atProvider("figures").count("numbers") >= messages);
        installation.atSink("reset");
        Cost cost = Cost.begin(installation);
        installation.report();
        boolean done = await(
                () -> installation.atProvider("figures").text("reportSeconds").length() > 0
                        && installation.atSink("figures").count("events") >= messages);
        Figures provider = installation.atProvider("figures");
        Figures sink = installation.atSink("figures");
        System.out.println(what + ": " + provider.values() + " " + sink.values());
        Row row = Row.of(what + large)
                .with(Column.REPORTS, provider.count("reports") / Math.max(provider.number("reportSeconds"), 1e-3))
                .with(Column.P50, provider.number("reportP50"))
                .with(Column.P95, provider.number("reportP95"))
                .with(Column.P99, provider.number("reportP99"))
                .with(Column.WEBHOOKS, sink.count("events") / Math.max(sink.number("seconds"), 1e-3));
        if (!done) {
            row.with(Column.LEFT, (double) (messages - sink.count("events")));
        }
        return cost.end(row, sink.count("events"));
    }

    private Figures load(int seconds, Map<String, ?> options) {
        Map<String, Object> all = new HashMap<>(options);
        all.putIfAbsent("requests", settings.messages() / numbers(options));
        all.put("first", number);
        number += APART;
        Figures figures = installation.load(seconds, all);
        if (!figures.text("otherwise").isEmpty()) {
            System.out.println("Not accepted: " + figures.text("otherwise"));
        }
        return figures;
    }

    private static int numbers(Map<String, ?> options) {
        return options.containsKey("numbers") ? NUMBERS : 1;
    }

    /** Whether it came to be, within the time that a queue may take to become empty. */
    private boolean await(BooleanSupplier done) {
        return Waiting.until(Duration.ofSeconds(settings.drainSeconds()), done);
    }
}

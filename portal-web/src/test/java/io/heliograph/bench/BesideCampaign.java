package io.heliograph.bench;

import io.heliograph.processes.Figures;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/**
 * Whether customers who send one message now and then notice a campaign: how long theirs take from their program to 1s2u,
 * before and after another customer has a million queued that leave as fast as the account may send. Both loads are
 * little, since a machine that is busy delays everybody. Most of the campaign is still queued afterwards.
 */
final class BesideCampaign {

    /** 1s2u's own limit. */
    private static final int REQUESTS_PER_SECOND = 30;

    private static final int NUMBERS = 15;
    private static final int QUEUED_AT_MOST_SECONDS = 900;
    private static final int PAUSE_MILLIS = 100;
    private static final int REQUESTS = 500;

    private final BenchSettings settings;
    private final Installation installation;
    private final Table table;
    private long number;

    /** @param number from here on nobody was sent anything */
    BesideCampaign(BenchSettings settings, Installation installation, Table table, long number) {
        this.settings = settings;
        this.installation = installation;
        this.table = table;
        this.number = number;
    }

    void run() throws SQLException {
        UpstreamSettings upstream = new UpstreamSettings(installation);
        upstream.requestsPerSecond(REQUESTS_PER_SECOND);
        measure("");
        table.add(measure("one number a request with pauses, nothing queued"));
        upstream.stop();
        Figures queued = installation.load(
                QUEUED_AT_MOST_SECONDS,
                Map.of(
                        "connections",
                        64,
                        "numbers",
                        NUMBERS,
                        "requests",
                        Math.ceilDiv(settings.backlog(), NUMBERS),
                        "first",
                        number));
        number += settings.backlog() + NUMBERS;
        System.out.println("Queued: " + queued.values());
        upstream.resume();
        measure("");
        table.add(measure("one number a request with pauses, " + settings.backlog() + " of another queued"));
    }

    /** Of those who send little. */
    private Row measure(String what) {
        installation.atProvider("reset");
        Cost cost = Cost.begin(installation);
        Figures load = installation.load(
                settings.drainSeconds() + 2 * REQUESTS * PAUSE_MILLIS / 1_000,
                Map.of(
                        "connections",
                        1,
                        "requests",
                        REQUESTS,
                        "pause",
                        PAUSE_MILLIS,
                        "text",
                        "timed",
                        "first-tenant",
                        1,
                        "tenants",
                        Installation.CUSTOMERS - 1,
                        "first",
                        number));
        number += REQUESTS;
        Waiting.until(
                Duration.ofSeconds(settings.drainSeconds()),
                () -> installation.atProvider("figures").count("aged") >= load.count("accepted"));
        Figures provider = installation.atProvider("figures");
        System.out.println(what + ": " + load.values() + " " + provider.values());
        Row row = Row.of(what)
                .with(Column.ACCEPTS, load.count("accepted") / load.number("seconds"))
                .with(Column.FORWARDED, provider.count("numbers") / Math.max(provider.number("seconds"), 1e-3))
                .with(Column.P50, provider.number("ageP50"))
                .with(Column.P95, provider.number("ageP95"))
                .with(Column.P99, provider.number("ageP99"));
        long late = load.count("accepted") - provider.count("aged");
        if (late > 0) {
            row.with(Column.LEFT, (double) late);
        }
        return cost.end(row, provider.count("numbers"));
    }
}

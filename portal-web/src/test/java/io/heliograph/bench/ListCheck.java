package io.heliograph.bench;

import io.heliograph.db.RowIds;
import io.heliograph.line.Calls;
import io.heliograph.line.NumberList;
import io.heliograph.line.Person;
import io.heliograph.processes.Figures;
import io.heliograph.processes.Latencies;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;

/**
 * A list of numbers that a customer pastes and checks, 30 numbers a request; while it runs its owner looks at pages, one
 * after the other with a short pause.
 */
final class ListCheck {

    private static final int NUMBERS_PER_REQUEST = 30;
    private static final int REQUESTS_PER_SECOND = 30;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final String OPEN = "SELECT waiting + asking FROM lookups_job WHERE id = ?";
    private static final String NOT_ANSWERED =
            "SELECT COUNT(*) FROM lookups_lookup WHERE job_id = ? AND state <> 'ANSWERED'";

    private final BenchSettings settings;
    private final Installation installation;
    private final Table table;
    private final List<String> numbers;
    private final String what;

    /** Checks numbers from this one on. */
    ListCheck(BenchSettings settings, Installation installation, Table table, long first) {
        this.settings = settings;
        this.installation = installation;
        this.table = table;
        this.numbers = LongStream.range(first, first + settings.lookups())
                .mapToObj(Long::toString)
                .toList();
        this.what = "list of " + settings.lookups() + " numbers";
    }

    void run() throws SQLException {
        new UpstreamSettings(installation).numbersPerLookup(NUMBERS_PER_REQUEST);
        installation.atProvider("reset");
        Calls calls = installation.calls();
        Person owner = Person.signedIn(calls, BenchTenants.email(0));
        long pasted = System.nanoTime();
        NumberList list = NumberList.pasted(calls, owner, numbers);
        table.add(Row.of(what + ", pasted until it has a price").with(Column.SECONDS, secondsSince(pasted)));
        long started = System.nanoTime();
        list.start();
        table.add(Row.of(what + ", started").with(Column.SECONDS, secondsSince(started)));
        try (Connection connection = installation.connect()) {
            Cost cost = Cost.begin(installation);
            Map<String, Latencies> pages = look(owner, list.page(), connection);
            table.add(cost.end(checked(count(connection, NOT_ANSWERED, list.page())), numbers.size()));
            pages.forEach((name, latencies) -> table.add(Row.of(what + ", meanwhile " + name)
                    .with(Column.P50, latencies.millis(0.5))
                    .with(Column.P95, latencies.millis(0.95))
                    .with(Column.P99, latencies.millis(0.99))));
        }
    }

    /** Looks at each page in turns while numbers are open; how long each took, once their code is warm. */
    private Map<String, Latencies> look(Person owner, String job, Connection connection) {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("its page", job);
        pages.put("its changes", job + "/changes");
        pages.put("messages", "/messages");
        pages.put("the overview", "/");
        Map<String, Latencies> all = new LinkedHashMap<>();
        long warm = System.nanoTime() + WARM_UP.toNanos();
        Waiting.until(longest(), () -> {
            if (System.nanoTime() < warm) {
                all.clear();
            }
            pages.forEach((name, path) -> {
                all.computeIfAbsent(name, _ -> new Latencies()).add(installation.look(owner, path));
                Waiting.pause();
            });
            return count(connection, OPEN, job) == 0;
        });
        return all;
    }

    private Row checked(long left) {
        Figures provider = installation.atProvider("figures");
        System.out.println(what + ": " + provider.values());
        Row row = Row.of(what + ", checked")
                .with(Column.SECONDS, provider.number("lookupSeconds"))
                .with(Column.RATE, provider.count("lookups") / Math.max(provider.number("lookupSeconds"), 1e-3))
                .with(Column.DENSEST, provider.number("mostLookupRequestsInASecond"));
        return left == 0 ? row : row.with(Column.LEFT, (double) left);
    }

    /** Twice as long as the pace allows, and the time for a queue to become empty. */
    private Duration longest() {
        return Duration.ofSeconds(2L * numbers.size() / (NUMBERS_PER_REQUEST * REQUESTS_PER_SECOND))
                .plusSeconds(settings.drainSeconds());
    }

    private static long count(Connection connection, String sql, String job) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, RowIds.bytes(UUID.fromString(job.substring(job.lastIndexOf('/') + 1))));
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }
}

package io.heliograph.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;

/** Holds what the portals' books say against what 1s2u and the receiver of webhooks really got. */
final class Verdict {

    private final Connection database;
    private final Map<String, Kept> messages = new HashMap<>();

    Verdict(Connection database) throws SQLException {
        this.database = database;
        read();
    }

    private record Kept(String state, @Nullable String reason, long price, long refunded) {}

    /** Whether nothing moves any more: no message waits or is under way, and no report is still to be applied. */
    static boolean isSettled(Connection database) throws SQLException {
        return count(database, "SELECT COUNT(*) FROM messages_message WHERE state IN ('QUEUED', 'SUBMITTING')") == 0
                && count(database, "SELECT COUNT(*) FROM reports_pending") == 0;
    }

    int messages() {
        return messages.size();
    }

    long uncertain() {
        return messages.values().stream()
                .filter(kept -> kept.state().equals("UNCERTAIN"))
                .count();
    }

    /**
     * An assertion error that names every number for which something does not hold.
     *
     * @param accepted the numbers that a portal said it sends to
     * @param sent the numbers that 1s2u was asked to send to, once for each time
     * @param refused the numbers that 1s2u refused for good
     * @param reported what was reported and taken, by number
     * @param told the numbers that the receiver of webhooks was told about
     */
    void pass(
            Set<String> accepted,
            List<String> sent,
            List<String> refused,
            Map<String, String> reported,
            Set<String> told)
            throws SQLException {
        SoftAssertions softly = new SoftAssertions();
        softly.assertThat(missing(accepted, messages.keySet()))
                .as("accepted and not there")
                .isEmpty();
        softly.assertThat(twice(sent)).as("sent more than once").isEmpty();
        Set<String> left = Set.copyOf(sent);
        softly.assertThat(missing(left, messages.keySet()))
                .as("sent and in no book")
                .isEmpty();
        softly.assertThat(missing(left, reported.keySet()))
                .as("sent and not reported on")
                .isEmpty();
        messages.forEach((number, kept) -> judge(softly, number, kept, left, Set.copyOf(refused), reported));
        softly.assertThat(missing(reported.keySet(), told))
                .as("reported and the receiver was not told")
                .isEmpty();
        softly.assertThat(count(
                        database,
                        "SELECT COUNT(*) FROM reports_report r WHERE r.outcome = 'PENDING' OR r.message_id IS NULL"))
                .as("reports that are on no message")
                .isZero();
        balances(softly);
        softly.assertAll();
    }

    private void judge(
            SoftAssertions softly,
            String number,
            Kept kept,
            Set<String> sent,
            Set<String> refused,
            Map<String, String> reported) {
        String about = number + " " + kept;
        if (reported.containsKey(number)) {
            String state = "DELIVRD".equals(reported.get(number)) ? "DELIVERED" : "UNDELIVERED";
            softly.assertThat(kept.state()).as(about + " was reported on").isEqualTo(state);
        } else if (!sent.contains(number)) {
            softly.assertThat(kept.state()).as(about + " was not sent").isIn("UNCERTAIN", "REFUSED");
        }
        if (kept.state().equals("UNCERTAIN")) {
            softly.assertThat(kept.reason()).as(about).isNotBlank();
        }
        if (kept.state().equals("REFUSED")) {
            softly.assertThat(refused).as(about).contains(number);
        }
        softly.assertThat(kept.refunded())
                .as(about + " and its refund")
                .isEqualTo(kept.state().equals("REFUSED") ? kept.price() : 0);
    }

    /** What each customer was charged is what its messages cost, less what went back. */
    private void balances(SoftAssertions softly) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT HEX(w.tenant_id), w.balance,
                               (SELECT COALESCE(SUM(m.price - m.refunded), 0) FROM messages_message m
                                 WHERE m.tenant_id = w.tenant_id) AS spent,
                               (SELECT COALESCE(SUM(CASE WHEN t.to_kind = 'WALLET' AND t.to_tenant_id = w.tenant_id
                                                         THEN t.amount ELSE -t.amount END), 0)
                                  FROM ledger_transfer t
                                 WHERE t.kind NOT IN ('CHARGE', 'REFUND')
                                   AND ((t.to_kind = 'WALLET' AND t.to_tenant_id = w.tenant_id)
                                     OR (t.from_kind = 'WALLET' AND t.from_tenant_id = w.tenant_id))) AS given
                          FROM ledger_wallet w
                        """)) {
            while (rows.next()) {
                softly.assertThat(rows.getLong("balance"))
                        .as("the balance of " + rows.getString(1))
                        .isEqualTo(rows.getLong("given") - rows.getLong("spent"));
            }
        }
    }

    private void read() throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT msisdn, state, reason, price, refunded FROM messages_message")) {
            while (rows.next()) {
                Kept kept = new Kept(
                        Objects.requireNonNull(rows.getString(2)), rows.getString(3), rows.getLong(4), rows.getLong(5));
                assertThat(messages.put(rows.getString(1), kept))
                        .as("two messages to " + rows.getString(1))
                        .isNull();
            }
        }
    }

    private static List<String> missing(Set<String> wanted, Set<String> there) {
        return wanted.stream().filter(one -> !there.contains(one)).sorted().toList();
    }

    private static List<String> twice(List<String> sent) {
        return new ArrayList<>(
                sent.stream()
                        .collect(Collectors.groupingBy(number -> number, Collectors.counting()))
                        .entrySet()
                        .stream()
                        .filter(one -> one.getValue() > 1)
                        .map(Map.Entry::getKey)
                        .toList());
    }

    private static long count(Connection database, String sql) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}

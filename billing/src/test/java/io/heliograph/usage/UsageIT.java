package io.heliograph.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.db.DatabaseTest;
import io.heliograph.db.RowIds;
import io.heliograph.db.Transactions;
import io.heliograph.ledger.Credits;
import io.heliograph.ledger.Threads;
import io.heliograph.rates.Product;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;

@DatabaseTest
@Import(UsageIT.Beans.class)
class UsageIT {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate SUNDAY = MONDAY.minusDays(1);

    @Autowired
    Usage usage;

    @Autowired
    Transactions transactions;

    @Autowired
    JdbcClient jdbc;

    private final UUID alice = RowIds.next();
    private final UUID bob = RowIds.next();
    private final UUID charlie = RowIds.next();

    @Test
    void countsBeforeAndAfterTheFoldAlike() {
        record(delta(alice, MONDAY, "DE", "Clinic", "OPEN", 3), delta(alice, MONDAY, "DE", "Clinic", "OPEN", -1));
        record(delta(alice, MONDAY, "DE", "Clinic", "DELIVERED", 1));
        assertOpenAndDelivered(2, 1);

        usage.fold();
        assertThat(rows("usage_delta")).isZero();
        assertThat(rows("usage_daily")).isEqualTo(2);
        assertOpenAndDelivered(2, 1);

        record(delta(alice, MONDAY, "DE", "Clinic", "OPEN", -2), delta(alice, MONDAY, "DE", "Clinic", "DELIVERED", 2));
        assertOpenAndDelivered(0, 3);

        usage.fold();
        assertOpenAndDelivered(0, 3);
    }

    @Test
    void addsUpEqualKeysBeforeItWrites() {
        record(
                delta(alice, MONDAY, "DE", "Clinic", "OPEN", 2),
                delta(alice, MONDAY, "DE", "Clinic", "OPEN", 3),
                delta(alice, MONDAY, "FR", "Clinic", "OPEN", 3),
                delta(alice, MONDAY, "FR", "Clinic", "OPEN", -3));

        assertThat(rows("usage_delta")).isEqualTo(1);
        assertThat(usage.byDay(alice, MONDAY, MONDAY, Product.SMS)
                        .getFirst()
                        .usage()
                        .total())
                .isEqualTo(new UsageTotals(5, 10, Credits.of(5), Credits.parse("0.5")));
    }

    @Test
    void needsATransaction() {
        assertThatThrownBy(() -> usage.record(List.of(delta(alice, MONDAY, "DE", "Clinic", "OPEN", 1))))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void showsEachDayAndEachState() {
        record(
                delta(alice, SUNDAY, "DE", "Clinic", "DELIVERED", 4),
                delta(alice, MONDAY, "DE", "Clinic", "UNDELIVERED", 2),
                delta(alice, MONDAY, "DE", "Clinic", "REFUSED", 1),
                delta(alice, MONDAY, "DE", "Clinic", "EXPIRED", 1),
                delta(alice, MONDAY, "DE", "Clinic", "UNCERTAIN", 1));

        List<UsageDay> days = usage.byDay(alice, SUNDAY.minusDays(1), MONDAY, Product.SMS);

        assertThat(days).extracting(UsageDay::day).containsExactly(SUNDAY.minusDays(1), SUNDAY, MONDAY);
        assertThat(days.get(0).usage()).isEqualTo(UsageByState.NONE);
        assertThat(days.get(1).usage().delivered()).isEqualTo(4);
        assertThat(days.get(2).usage().failed()).isEqualTo(4);
        assertThat(days.get(2).usage().messages()).isEqualTo(5);
        assertThat(days.get(2).usage().of("UNCERTAIN").messages()).isEqualTo(1);
        assertThat(usage.byDay(alice, SUNDAY, MONDAY, Product.LOOKUP))
                .allSatisfy(day -> assertThat(day.usage()).isEqualTo(UsageByState.NONE));
    }

    @Test
    void ranksDestinationsAndSenders() {
        record(
                delta(alice, MONDAY, "DE", "Clinic", "DELIVERED", 4),
                delta(alice, MONDAY, "FR", "Shop", "DELIVERED", 5),
                delta(alice, SUNDAY, "DE", "Clinic", "UNDELIVERED", 3),
                delta(alice, SUNDAY.minusDays(1), "IT", "Late", "DELIVERED", 90),
                delta(charlie, MONDAY, "GB", "Else", "DELIVERED", 90));

        assertThat(usage.byDestination(alice, SUNDAY, MONDAY, Product.SMS))
                .extracting(UsageGroup::name)
                .containsExactly("DE", "FR");
        assertThat(usage.byDestination(alice, SUNDAY, MONDAY, Product.SMS)
                        .getFirst()
                        .usage()
                        .failed())
                .isEqualTo(3);
        assertThat(usage.topSenders(alice, SUNDAY, MONDAY, Product.SMS, 1))
                .extracting(UsageGroup::name)
                .containsExactly("Clinic");
    }

    @Test
    void totalsSomeTenantsAndNoStranger() {
        record(
                delta(alice, MONDAY, "DE", "Clinic", "DELIVERED", 4),
                delta(alice, SUNDAY, "DE", "Clinic", "REFUSED", 1),
                delta(charlie, MONDAY, "DE", "Else", "DELIVERED", 7));
        usage.fold();
        record(delta(alice, MONDAY, "DE", "Clinic", "DELIVERED", 1));

        var totals = usage.totals(List.of(alice, bob), SUNDAY, MONDAY, Product.SMS);

        assertThat(totals).containsOnlyKeys(alice, bob);
        assertThat(totals).hasEntrySatisfying(alice, used -> {
            assertThat(used.messages()).isEqualTo(6);
            assertThat(used.failed()).isEqualTo(1);
        });
        assertThat(totals).containsEntry(bob, UsageByState.NONE);
        assertThat(usage.totals(List.of(), SUNDAY, MONDAY, Product.SMS)).isEmpty();
    }

    @Test
    void keepsSendersApartByCase() {
        record(
                delta(alice, MONDAY, "DE", "CLINIC", "DELIVERED", 1),
                delta(alice, MONDAY, "DE", "Clinic", "DELIVERED", 1));
        usage.fold();

        assertThat(usage.topSenders(alice, MONDAY, MONDAY, Product.SMS, 10)).hasSize(2);
    }

    @Test
    void countsEverythingOnceWhileManyNodesFoldAndRead() {
        AtomicInteger recording = new AtomicInteger(3);

        Threads.run(6, thread -> {
            if (thread < 3) {
                for (int i = 0; i < 60; i++) {
                    record(
                            delta(alice, MONDAY, "DE", "Clinic", "OPEN", 2),
                            delta(alice, SUNDAY, "FR", "Clinic", "OPEN", 1));
                }
                recording.decrementAndGet();
                return;
            }
            long seen = 0;
            do {
                if (thread < 5) {
                    usage.fold();
                }
                long now = usage.totals(List.of(alice), SUNDAY, MONDAY, Product.SMS)
                        .getOrDefault(alice, UsageByState.NONE)
                        .messages();
                assertThat(now).isGreaterThanOrEqualTo(seen);
                seen = now;
            } while (recording.get() > 0);
        });
        usage.fold();

        assertThat(rows("usage_delta")).isZero();
        assertThat(usage.totals(List.of(alice), SUNDAY, MONDAY, Product.SMS)
                        .getOrDefault(alice, UsageByState.NONE)
                        .messages())
                .isEqualTo(3 * 60 * 3);
    }

    private void assertOpenAndDelivered(long open, long delivered) {
        UsageByState today =
                usage.byDay(alice, MONDAY, MONDAY, Product.SMS).getFirst().usage();
        assertThat(today.open()).isEqualTo(open);
        assertThat(today.delivered()).isEqualTo(delivered);
        assertThat(today.credits()).isEqualTo(Credits.of(open + delivered));
    }

    private void record(UsageDelta... deltas) {
        transactions.run(() -> usage.record(List.of(deltas)));
    }

    private static UsageDelta delta(
            UUID tenantId, LocalDate day, String destination, String sender, String state, long messages) {
        return new UsageDelta(
                tenantId,
                day,
                Product.SMS,
                destination,
                sender,
                "SCREEN",
                state,
                messages,
                messages * 2,
                Credits.of(messages),
                Credits.parse("0.1").times(messages));
    }

    private long rows(String table) {
        return jdbc.sql("SELECT COUNT(*) FROM " + table).query(Long.class).single();
    }

    @ComponentScan({"io.heliograph.ledger", "io.heliograph.rates", "io.heliograph.usage"})
    static class Beans {}
}

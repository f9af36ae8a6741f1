package io.heliograph.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.db.DatabaseTest;
import io.heliograph.db.RowIds;
import io.heliograph.db.Transactions;
import io.heliograph.provider.UnicodeForm;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The requests a second that an account may send, whoever takes their places (contract S7). */
@DatabaseTest
@Import({Pace.class, AccountRows.class})
class PaceIT {

    private static final int PER_SECOND = 40;

    @Autowired
    Pace pace;

    @Autowired
    AccountRows accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Transactions transactions;

    @Autowired
    Clock clock;

    @Test
    void letsSomethingUrgentLeaveAtOnceBesideACampaign() {
        ProviderAccount account = account(12);
        pace.take(account, 50);

        assertThat(pace.takeEarly(account, 1).waits()).containsExactly(Duration.ZERO);
    }

    @Test
    void hasOthersWaitForTheirPlace() {
        ProviderAccount slow = account(1);

        assertThat(pace.take(slow, 50).waits()).containsExactly(Duration.ZERO);
        assertThat(pace.take(slow, 1).waits()).isEmpty();
        assertThat(pace.takeEarly(slow, 1).waits()).isEmpty();
    }

    @Test
    void givesNoSecondMoreThanItsRequests() {
        ProviderAccount account = account(PER_SECOND);
        Random random = new Random(20_261_129);
        List<Long> leaving = new ArrayList<>();
        transactions.run(() -> {
            try {
                takeForAWhile(account, random, leaving);
            } finally {
                setClock("DEFAULT");
            }
        });

        leaving.sort(null);
        assertThat(mostInASecond(leaving)).isBetween(PER_SECOND * 9 / 10, PER_SECOND);
    }

    @Test
    void givesAPausedAccountNoneAndOneThatIsTriedAgainOne() {
        ProviderAccount account = account(PER_SECOND);
        jdbc.sql("UPDATE dispatch_account SET strikes = 1").update();
        assertThat(pace.take(account, 10).waits()).hasSize(1);

        jdbc.sql("UPDATE dispatch_account SET paused_until = DATE_ADD(UTC_TIMESTAMP(6), INTERVAL 1 HOUR)")
                .update();
        assertThat(pace.takeEarly(account, 10)).isEqualTo(new Pace.Places(List.of(), 1, true));
    }

    private void takeForAWhile(ProviderAccount account, Random random, List<Long> leaving) {
        long millis = 1_800_000_000_000L;
        for (int i = 0; i < 400; i++) {
            millis += random.nextInt(40);
            setClock("%d.%03d".formatted(millis / 1_000, millis % 1_000));
            int wanted = 1 + random.nextInt(6);
            long now = Duration.ofMillis(millis).toNanos();
            Pace.Places places = random.nextBoolean() ? pace.take(account, wanted) : pace.takeEarly(account, wanted);
            places.waits().forEach(wait -> leaving.add(now + wait.toNanos()));
        }
    }

    /** The database's, as this connection sees it. */
    private void setClock(String seconds) {
        jdbc.sql("SET SESSION timestamp = " + seconds).update();
    }

    private ProviderAccount account(int requestsPerSecond) {
        ProviderAccount account = new ProviderAccount(
                RowIds.next(),
                "test",
                "http://127.0.0.1",
                "username",
                "password",
                "token",
                List.of(),
                requestsPerSecond,
                8,
                15,
                UnicodeForm.UTF_8,
                Duration.ofSeconds(20),
                Duration.ofHours(24),
                null);
        accounts.insert(account, clock.instant());
        return account;
    }

    private static int mostInASecond(List<Long> sorted) {
        int most = 0;
        int first = 0;
        for (int last = 0; last < sorted.size(); last++) {
            while (sorted.get(last) - sorted.get(first) >= Duration.ofSeconds(1).toNanos()) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }
}

package io.heliograph.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTests {

    private static final int OFTEN = 200;

    private final Patience patience = new Patience();

    @Test
    void isLeastAtFirst() {
        assertThat(inMillis()).isEqualTo(10);
    }

    @Test
    void staysLeastWhereTransactionsAreShort() {
        take(OFTEN, Duration.ofMillis(1));

        assertThat(inMillis()).isEqualTo(10);
    }

    @Test
    void comesToThreeTimesWhatTransactionsTake() {
        take(OFTEN, Duration.ofMillis(20));

        assertThat(inMillis()).isBetween(59L, 60L);
    }

    @Test
    void fallsAgainWithThem() {
        take(OFTEN, Duration.ofMillis(20));
        take(OFTEN, Duration.ofMillis(5));

        assertThat(inMillis()).isBetween(14L, 16L);
    }

    @Test
    void oneThatHungHardlyChangesIt() {
        take(OFTEN, Duration.ofMillis(4));
        take(1, Duration.ofMillis(100));

        assertThat(inMillis()).isBetween(28L, 32L);
    }

    @Test
    void isBoundedWhereAllHang() {
        take(OFTEN, Duration.ofSeconds(5));

        assertThat(inMillis()).isEqualTo(100);
    }

    private void take(int times, Duration each) {
        for (int i = 0; i < times; i++) {
            patience.took(each.toNanos());
        }
    }

    private long inMillis() {
        return Duration.ofNanos(patience.nanos()).toMillis();
    }
}

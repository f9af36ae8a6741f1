package io.heliograph.webhooks.sender;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BreakerTests {

    private final AtomicLong now = new AtomicLong(-5_000_000_000L);
    private final Breaker breaker = new Breaker(now::get);

    @Test
    void toleratesFourFailuresInARow() {
        fail(4);

        assertThat(breaker.allows()).isTrue();
        assertThat(breaker.isTrying()).isFalse();
    }

    @Test
    void pausesForASecondAfterTheFifth() {
        fail(5);

        assertThat(breaker.allows()).isFalse();
        pass(Duration.ofMillis(999));
        assertThat(breaker.allows()).isFalse();
        pass(Duration.ofMillis(1));
        assertThat(breaker.allows()).isTrue();
        assertThat(breaker.isTrying()).isTrue();
    }

    @Test
    void pausesNoLongerForCallsThatWereUnderWay() {
        fail(12);

        pass(Duration.ofSeconds(1));
        assertThat(breaker.allows()).isTrue();
    }

    @Test
    void doublesThePauseUpToHalfAMinute() {
        fail(5);
        long[] seconds = {1, 2, 4, 8, 16, 30, 30};
        for (long pause : seconds) {
            pass(Duration.ofSeconds(pause).minusNanos(1));
            assertThat(breaker.allows()).isFalse();
            pass(Duration.ofNanos(1));
            assertThat(breaker.allows()).isTrue();
            fail(1);
        }
    }

    @Test
    void forgetsEverythingWithASuccess() {
        fail(5);
        pass(Duration.ofSeconds(1));
        fail(1);

        breaker.succeeded();

        assertThat(breaker.allows()).isTrue();
        fail(4);
        assertThat(breaker.allows()).isTrue();
        fail(1);
        pass(Duration.ofSeconds(1));
        assertThat(breaker.allows()).isTrue();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            breaker.failed();
        }
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}

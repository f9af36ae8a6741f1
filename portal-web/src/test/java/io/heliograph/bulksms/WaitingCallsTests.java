package io.heliograph.bulksms;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.db.RowIds;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How many calls of one tenant wait at once. */
class WaitingCallsTests {

    private final WaitingCalls waiting = new WaitingCalls();
    private final UUID alice = RowIds.next();
    private final UUID charlie = RowIds.next();

    @Test
    void admitsAHundredAndNoMore() {
        for (int call = 0; call < 100; call++) {
            assertThat(waiting.enter(alice)).isTrue();
        }

        assertThat(waiting.enter(alice)).isFalse();
        assertThat(waiting.enter(charlie)).isTrue();
    }

    @Test
    void admitsAsManyAgainAsLeave() {
        admitsAHundredAndNoMore();

        waiting.leave(alice);

        assertThat(waiting.enter(alice)).isTrue();
        assertThat(waiting.enter(alice)).isFalse();
    }
}

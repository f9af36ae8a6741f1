package io.heliograph.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveTests {

    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");

    @ParameterizedTest
    @CsvSource({"0, 2", "59, 2", "60, 5", "599, 5", "600, 15", "86400, 15", "-59, 2", "-60, 5", "-600, 15"})
    void looksLessOftenTheFurtherAwayItIs(long age, long seconds) {
        assertThat(Live.seconds(NOW.minusSeconds(age), NOW)).isEqualTo(seconds);
    }

    @Test
    void asksForWhatIsNewerThanWhatIsShown() {
        Live live = Live.at("/messages/1/changes", 2, List.of("QUEUED"));

        assertThat(live.url()).isEqualTo("/messages/1/changes?v=" + live.version());
        assertThat(live.trigger()).isEqualTo("every 2s, seen");
        assertThat(live.isNewerThan(live.version())).isFalse();
        assertThat(Live.at("/messages/1/changes", 2, List.of("DELIVERED")).isNewerThan(live.version()))
                .isTrue();
        assertThat(Live.at("/lookups/1/changes?show=all", 2, List.of()).url())
                .startsWith("/lookups/1/changes?show=all&v=");
    }

    /** Or a page would go on as often as when it was fresh. */
    @Test
    void isNewerWhenItIsAskedForLessOften() {
        Live fresh = Live.at("/messages/1/changes", 2, List.of("QUEUED"));
        Live older = Live.at("/messages/1/changes", 5, List.of("QUEUED"));

        assertThat(older.isNewerThan(fresh.version())).isTrue();
    }

    @Test
    void stopsWhenNothingMoreHappens() {
        Live last = Live.at("/messages/1/changes", 2, List.of("DELIVERED"));
        Live over = Live.over(List.of("DELIVERED"));

        assertThat(over.isNewerThan(last.version())).isTrue();
        assertThat(over.isOn()).isFalse();
        assertThat(over.trigger()).isNull();
    }
}

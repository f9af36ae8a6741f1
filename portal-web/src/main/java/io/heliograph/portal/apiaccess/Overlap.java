package io.heliograph.portal.apiaccess;

import java.time.Duration;

/** How long an old secret stays good beside the new one. */
enum Overlap {
    HOUR(Duration.ofHours(1)),
    DAY(Duration.ofDays(1)),
    WEEK(Duration.ofDays(7));

    private final Duration length;

    Overlap(Duration length) {
        this.length = length;
    }

    Duration length() {
        return length;
    }
}

package io.heliograph.tenants;

import java.time.Duration;

/** What a mailed link is for, and how long it works. */
enum LinkPurpose {
    INVITATION(Duration.ofDays(7)),
    PASSWORD(Duration.ofHours(1));

    private final Duration life;

    LinkPurpose(Duration life) {
        this.life = life;
    }

    Duration life() {
        return life;
    }
}

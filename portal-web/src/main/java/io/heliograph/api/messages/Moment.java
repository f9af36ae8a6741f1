package io.heliograph.api.messages;

import io.heliograph.ledger.Credits;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a message.
 *
 * @param event a stable word, such as {@code submitted}
 * @param detail more about it, such as the word of a delivery report
 * @param credits that moved
 */
record Moment(
        Instant at,
        String event,
        @Nullable String detail,
        @Nullable Credits credits) {}

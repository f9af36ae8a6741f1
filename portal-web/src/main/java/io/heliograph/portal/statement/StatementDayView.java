package io.heliograph.portal.statement;

import io.heliograph.ledger.Credits;
import io.heliograph.messages.Message;
import io.heliograph.messages.Submission;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is behind the lines of one UTC day: each send with its charge, each refund with the charge it gives back.
 *
 * @param name whose it is; null for one's own
 * @param base the address of the statement
 * @param messages the address of the owner's messages
 * @param dayName the day as people say it
 * @param kind what is shown
 * @param decimals the scale of the credits in its columns
 * @param next the address of older ones; null where there are none
 */
record StatementDayView(
        @Nullable String name,
        String base,
        String messages,
        LocalDate day,
        String dayName,
        DayKind kind,
        List<Line> lines,
        int decimals,
        @Nullable String next) {

    /**
     * A charge or a refund.
     *
     * @param submission what was charged; for a refund what its message was charged with
     * @param message what was refunded; null for a charge
     * @param note why it was refunded, if somebody said
     */
    record Line(
            Instant at,
            @Nullable Submission submission,
            @Nullable Message message,
            @Nullable String note,
            boolean refund,
            Credits amount) {}

    /** What of the day can be looked at, each with its address. */
    public List<Choice> choices() {
        return Stream.of(DayKind.values())
                .map(one -> new Choice(one.word(), base + "/day?day=" + day + "&kind=" + one.word(), one == kind))
                .toList();
    }

    /** A kind to look at; {@code word} ends its key in the messages. */
    record Choice(String word, String href, boolean current) {}
}

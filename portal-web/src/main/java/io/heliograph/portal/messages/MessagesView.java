package io.heliograph.portal.messages;

import io.heliograph.ledger.Credits;
import io.heliograph.messages.Submission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list of messages.
 *
 * @param submission whose messages these are, if it is one submission's
 * @param doors all first
 * @param next the address of older ones
 * @param any whether there is any message at all
 * @param decimals of the credits in the table
 * @param keptDays for how many days messages are kept; 0 for as long as the account
 */
record MessagesView(
        Whose whose,
        Search search,
        @Nullable Submission submission,
        List<DoorView> doors,
        List<MessageRow> rows,
        @Nullable String next,
        boolean any,
        boolean maySend,
        int decimals,
        int keptDays,
        MessagesLive live) {

    /**
     * A count that leads to what it counts.
     *
     * @param key of its name in the messages
     */
    record DoorView(String key, long count, String href, boolean current, String css) {}

    /** Where the same is as a file. */
    public String csv() {
        return search.at(whose.base() + ".csv");
    }

    /** Where the list is without any filter. */
    public String cleared() {
        return whose.base();
    }

    static int decimals(List<MessageRow> rows) {
        return rows.stream()
                .map(MessageRow::cost)
                .mapToInt(MessagesView::decimals)
                .max()
                .orElse(0);
    }

    private static int decimals(Credits credits) {
        return Math.max(0, credits.decimal().stripTrailingZeros().scale());
    }
}

package io.heliograph.portal.send;

import io.heliograph.ledger.Credits;
import io.heliograph.messages.Channel;
import io.heliograph.submissions.Quote;
import io.heliograph.text.MessageText;
import java.util.List;

/**
 * A form as it is understood and what it would cost.
 *
 * @param ready numbers that can be used and have a price, each once
 * @param repeated how many more times they were named
 * @param unusable the others, in the order of the block
 * @param available what may be spent now
 * @param refundsUndelivered the seller's policy
 */
record Draft(
        MessageText text,
        List<String> ready,
        int repeated,
        List<Unusable> unusable,
        Quote quote,
        Credits available,
        boolean refundsUndelivered) {

    private static final int SHOWN = 20;
    private static final int WORTH_SHORTENING = 40;

    /**
     * A number that can't be used.
     *
     * @param line where it is, from 1; 0 if that is not known
     * @param reason the end of a message key
     * @param corrected what stands in its field
     */
    record Unusable(int line, String typed, String reason, String corrected) {

        /** The reason where the destination is not offered; line 0. */
        static final String NO_ROUTE = "NO_ROUTE";
    }

    public int total() {
        return ready.size() + repeated + unusable.size();
    }

    public boolean isTooMany() {
        return ready.size() > Channel.BROWSER.mostNumbers();
    }

    public List<Unusable> shown() {
        return unusable.subList(0, Math.min(SHOWN, unusable.size()));
    }

    public int notShown() {
        return unusable.size() - shown().size();
    }

    /** What is left after it; below zero if there is not enough. */
    public Credits after() {
        return available.minus(quote.price());
    }

    /** How much more is needed; zero if there is enough. */
    public Credits missing() {
        return after().isNegative() ? after().negate() : Credits.ZERO;
    }

    /** Whether all numbers cost the same. */
    public boolean isOnePrice() {
        return quote.lowest().equals(quote.highest());
    }

    /** What one part less would save. */
    public Credits savedByOnePart() {
        int segments = text.segments();
        return segments < 2 ? Credits.ZERO : new Credits(quote.price().tenThousandths() / segments);
    }

    /** Whether the text is so little over a part that it is worth saying. */
    public boolean isWorthShortening() {
        return !text.isTooLong() && text.segments() > 1 && text.unitsToSaveAPart() <= WORTH_SHORTENING;
    }
}

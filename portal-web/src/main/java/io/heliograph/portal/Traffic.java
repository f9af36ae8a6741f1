package io.heliograph.portal;

import io.heliograph.ledger.Credits;
import io.heliograph.usage.UsageByState;

/** What was sent in a period, of one tenant or of many together. */
public record Traffic(long messages, long open, long delivered, long failed, Credits credits) {

    public static final Traffic NONE = new Traffic(0, 0, 0, 0, Credits.ZERO);

    /** From here on a seller should look: in percent of what is settled. */
    private static final int TOO_MANY = 3;

    /** Of fewer messages a share says little. */
    private static final int ENOUGH_TO_TELL = 20;

    private static final int PERCENT = 100;

    public static Traffic of(UsageByState usage) {
        return new Traffic(usage.messages(), usage.open(), usage.delivered(), usage.failed(), usage.credits());
    }

    public Traffic plus(Traffic other) {
        return new Traffic(
                messages + other.messages,
                open + other.open,
                delivered + other.delivered,
                failed + other.failed,
                credits.plus(other.credits));
    }

    /** Messages whose fate is known: delivered or failed. */
    public long settled() {
        return delivered + failed;
    }

    /** Whether more than three of a hundred failed, of enough to tell. */
    public boolean failsTooOften() {
        return settled() >= ENOUGH_TO_TELL && failed * PERCENT > settled() * TOO_MANY;
    }
}

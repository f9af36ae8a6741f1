package io.heliograph.provider.smpp;

import io.heliograph.provider.SubmitResult;
import java.util.List;

/**
 * What came of a message.
 *
 * @param ids of the parts that left, in order; {@link #LOST_ID} for one whose answer was lost
 * @param parts of the whole message
 */
public record SmppSent(SubmitResult result, List<String> ids, int parts) {

    public static final String LOST_ID = "";

    public SmppSent {
        ids = List.copyOf(ids);
    }

    /** Whether there will be reports of parts, and not of the whole. */
    public boolean isInParts() {
        return parts > 1 && !ids.isEmpty();
    }
}

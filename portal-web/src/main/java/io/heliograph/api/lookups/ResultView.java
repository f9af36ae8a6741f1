package io.heliograph.api.lookups;

import io.heliograph.api.Words;
import io.heliograph.ledger.Credits;
import io.heliograph.lookups.Lookup;
import io.heliograph.lookups.LookupState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one number.
 *
 * @param position within the lookup, from 1
 * @param status what the answer says, in a stable word; null without one
 * @param network as it says it; null without an answer
 * @param answeredAt when the network did; before the lookup if the answer is given again
 * @param price what it was charged
 * @param reason why there is no answer for good, in a stable word
 */
record ResultView(
        int position,
        String number,
        String state,
        @Nullable String status,
        @Nullable NetworkView network,
        @Nullable Instant answeredAt,
        boolean reused,
        Credits price,
        Credits refunded,
        @Nullable String reason) {

    static ResultView of(Lookup lookup) {
        return new ResultView(
                lookup.position(),
                lookup.msisdn(),
                Words.of(lookup.state()),
                lookup.status() == null ? null : Words.of(lookup.status()),
                lookup.answer() == null ? null : NetworkView.of(lookup.answer()),
                lookup.answeredAt(),
                lookup.reused(),
                lookup.price(),
                lookup.refunded(),
                reason(lookup));
    }

    private static @Nullable String reason(Lookup lookup) {
        if (lookup.state() != LookupState.FAILED) {
            return null;
        }
        return lookup.isRefusedNumber() ? "number_refused" : "no_answer";
    }
}

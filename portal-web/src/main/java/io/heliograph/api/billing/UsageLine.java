package io.heliograph.api.billing;

import io.heliograph.ledger.Credits;
import io.heliograph.usage.UsageByState;

/**
 * What was used of one kind.
 *
 * @param name a day, an ISO region or a sender
 * @param messages messages, or lookups
 * @param credits charged and not given back
 * @param open not in a final state yet
 * @param failed refused, expired, or sent and not delivered
 */
record UsageLine(String name, long messages, long segments, Credits credits, long delivered, long failed, long open) {

    static UsageLine of(String name, UsageByState usage) {
        return new UsageLine(
                name,
                usage.messages(),
                usage.total().segments(),
                usage.credits(),
                usage.delivered(),
                usage.failed(),
                usage.open());
    }
}

package io.heliograph.submissions;

import io.heliograph.ledger.Credits;
import io.heliograph.text.MessageText;
import java.util.List;

/**
 * What a request to send would cost; nothing is kept or charged.
 *
 * @param messages one for each different number that has a price
 * @param price of all of them
 * @param lowest of one message
 * @param highest of one message
 * @param withoutRoute numbers for which there is no price
 */
public record Quote(
        MessageText text, int messages, Credits price, Credits lowest, Credits highest, List<String> withoutRoute) {}

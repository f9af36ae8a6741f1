package io.heliograph.messages;

import io.heliograph.ledger.Credits;

/**
 * What is paid for messages of which nobody knows whether they were sent.
 *
 * @param messages how many they are
 * @param credits their prices, less what was refunded
 */
public record Held(long messages, Credits credits) {}

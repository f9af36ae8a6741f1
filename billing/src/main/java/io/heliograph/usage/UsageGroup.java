package io.heliograph.usage;

/**
 * What was used of one kind.
 *
 * @param name a destination (ISO region, {@code ZZ} if unknown), a sender or the like
 */
public record UsageGroup(String name, UsageByState usage) {}

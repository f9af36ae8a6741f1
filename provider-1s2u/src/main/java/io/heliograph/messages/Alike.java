package io.heliograph.messages;

import java.time.Instant;
import java.util.UUID;

/**
 * An earlier submission with the same text.
 *
 * @param messages how many of the numbers that were asked for it went to
 */
public record Alike(UUID submissionId, Instant acceptedAt, int messages) {}

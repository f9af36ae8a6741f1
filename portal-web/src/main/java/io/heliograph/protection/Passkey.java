package io.heliograph.protection;

import java.time.Instant;
import java.util.UUID;

/**
 * A passkey as its owner sees it.
 *
 * @param label what they call it
 * @param host the only one on which it works
 */
public record Passkey(UUID id, String label, String host, Instant createdAt, Instant lastUsedAt) {}

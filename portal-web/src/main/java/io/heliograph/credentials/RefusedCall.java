package io.heliograph.credentials;

import java.time.Instant;
import java.util.UUID;

/**
 * A call that was refused, for its developer to read.
 *
 * @param code as it was answered
 * @param reason in words
 */
public record RefusedCall(UUID id, UUID credentialId, String path, String code, String reason, Instant at) {}

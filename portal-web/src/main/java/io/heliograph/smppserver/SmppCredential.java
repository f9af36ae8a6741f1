package io.heliograph.smppserver;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant's system binds with, as it is listed.
 *
 * @param name what it is for, in its owner's words
 * @param systemId up to 15 characters
 */
public record SmppCredential(
        UUID tenantId,
        UUID id,
        String name,
        String systemId,
        SmppLimits limits,
        Instant createdAt,
        @Nullable Instant lastBoundAt,
        @Nullable String lastError,
        @Nullable Instant lastErrorAt,
        @Nullable Instant revokedAt) {

    /** Whether a system at that address may bind. */
    boolean admits(String address) {
        return limits.addresses().allows(address);
    }
}

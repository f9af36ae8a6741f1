package io.heliograph.tenants;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person in a tenant.
 *
 * @param email how they sign in; unique on the installation, kept in lower case
 * @param invited whether they have not chosen a password yet
 * @param zone their own time zone, or null for the tenant's
 */
public record User(
        UUID id,
        UUID tenantId,
        String email,
        String name,
        Role role,
        boolean invited,
        @Nullable ZoneId zone,
        @Nullable Instant disabledAt,
        @Nullable Instant lastSignInAt,
        Instant createdAt) {}

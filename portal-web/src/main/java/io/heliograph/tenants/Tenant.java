package io.heliograph.tenants;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One tenant of the tree. {@code suspendedAt} is its own suspension only; whether one above it is suspended is
 * {@link Tenants#isSuspended}.
 *
 * @param parentId who it buys from; null for the operator
 * @param zone its time zone, which its people have unless they chose their own
 * @param supportEmail where its customers ask for help
 * @param brand what it said about its own portal; of no effect for a customer
 */
public record Tenant(
        UUID id,
        @Nullable UUID parentId,
        TenantKind kind,
        String name,
        ZoneId zone,
        @Nullable String supportEmail,
        BrandSettings brand,
        @Nullable Instant suspendedAt,
        Instant createdAt) {}

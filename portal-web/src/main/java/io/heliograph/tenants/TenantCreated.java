package io.heliograph.tenants;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A tenant was opened; published inside the transaction that does it, so that a listener can open its wallet in it. */
public record TenantCreated(UUID tenantId, @Nullable UUID parentId, TenantKind kind) {}

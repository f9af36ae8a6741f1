package io.heliograph.line;

import java.util.UUID;

/** A customer of a test, with the login of its program. */
public record Customer(UUID tenantId, UUID sellerId, String username, String secret) {}

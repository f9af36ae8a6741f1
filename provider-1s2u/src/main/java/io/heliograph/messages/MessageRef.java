package io.heliograph.messages;

import java.util.UUID;

/** The full key of a message: every key leads with the tenant. */
public record MessageRef(UUID tenantId, UUID messageId) {}

package io.heliograph.api;

import java.util.UUID;

/**
 * A request that came with a key.
 *
 * @param tenantId whose credential it came with
 * @param accountId for which account
 * @param key as it came
 * @param hash SHA-256 of what was asked for
 */
@SuppressWarnings("ArrayRecordComponent")
record KeyedRequest(UUID tenantId, UUID accountId, String key, byte[] hash) {}

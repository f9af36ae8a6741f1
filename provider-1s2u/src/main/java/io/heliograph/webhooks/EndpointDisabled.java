package io.heliograph.webhooks;

import java.time.Instant;
import java.util.UUID;

/**
 * We switched an endpoint off. Published in the transaction that does so.
 *
 * @param url the endpoint's address; it may hold a secret of its owner's, so not for a log
 * @param reason why, in words
 */
public record EndpointDisabled(UUID tenantId, UUID endpointId, String url, String reason, Instant at) {}

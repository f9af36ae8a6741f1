package io.heliograph.messages;

import java.util.UUID;

/** How a delivery report names its message: by 1s2u's id and the number together (contract S6). */
public record Correlation(UUID accountId, String providerMessageId, String msisdn) {}

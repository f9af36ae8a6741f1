package io.heliograph.webhooks;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a message, as told to those who want to know.
 *
 * @param tenantId whose message it is: the customer, also where its reseller is told
 * @param tenantName that customer's name, if known
 * @param msisdn the recipient, digits of E.164
 * @param sender the sender ID
 * @param state the message's state in small letters, as {@code delivered}
 * @param response the word of the report, as {@code DELIVRD}
 * @param at when it came about
 * @param parts segments of the message
 * @param metadata the JSON that the customer sent along, if any
 */
public record StatusReport(
        UUID tenantId,
        @Nullable String tenantName,
        String msisdn,
        String sender,
        String state,
        String response,
        Instant at,
        int parts,
        @Nullable String metadata) {}

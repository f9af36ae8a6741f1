package io.heliograph.receipts;

import io.heliograph.smpp.WireAddress;
import java.util.UUID;

/**
 * A wish to be told what becomes of a message.
 *
 * @param wireId what the tenant's system was answered, and knows the message by
 * @param credentialId the receipts go to sessions of this one
 * @param source of the message; a receipt goes to it
 * @param destination of the message; a receipt comes from it
 */
public record Wish(
        UUID tenantId,
        UUID wireId,
        UUID submissionId,
        UUID credentialId,
        Wanted wanted,
        WireAddress source,
        WireAddress destination) {}

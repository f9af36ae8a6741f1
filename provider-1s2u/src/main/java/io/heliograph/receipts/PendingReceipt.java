package io.heliograph.receipts;

import io.heliograph.smpp.ReceiptState;
import io.heliograph.smpp.WireAddress;
import java.time.Instant;
import java.util.UUID;

/**
 * A receipt that is to be sent.
 *
 * @param tries how often it was sent before without being taken
 */
public record PendingReceipt(
        UUID tenantId,
        UUID id,
        UUID credentialId,
        UUID wireId,
        WireAddress source,
        WireAddress destination,
        ReceiptState state,
        Instant submittedAt,
        Instant doneAt,
        int tries) {}

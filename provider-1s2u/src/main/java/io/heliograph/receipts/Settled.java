package io.heliograph.receipts;

import io.heliograph.smpp.ReceiptState;
import java.time.Instant;
import java.util.UUID;

/** What became of the message of a submission that came by SMPP. */
public record Settled(UUID tenantId, UUID submissionId, ReceiptState state, Instant submittedAt, Instant doneAt) {}

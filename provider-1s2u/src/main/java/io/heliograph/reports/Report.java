package io.heliograph.reports;

import io.heliograph.messages.Correlation;
import java.time.Instant;
import java.util.UUID;

/**
 * One delivery report, as it is kept.
 *
 * @param providerMessageId 1s2u's id, opaque
 * @param response the status, as it came
 * @param sentDate the provider's time, as it came
 * @param sentAt that time if it can be read, else the time of receipt (contract D3)
 * @param raw the body it came in
 */
public record Report(
        UUID accountId,
        UUID id,
        Instant receivedAt,
        String providerMessageId,
        String msisdn,
        String source,
        String response,
        String sentDate,
        Instant sentAt,
        String raw,
        ReportOutcome outcome) {

    /** How it names its message. */
    Correlation correlation() {
        return new Correlation(accountId, providerMessageId, msisdn);
    }
}

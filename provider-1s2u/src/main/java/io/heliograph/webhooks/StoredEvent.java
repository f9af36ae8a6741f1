package io.heliograph.webhooks;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.heliograph.db.RowIds;
import io.heliograph.webhooks.wire.EventJson;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of events: what one tenant is told. */
record StoredEvent(
        UUID tenantId,
        UUID id,
        String type,
        @Nullable UUID smsId,
        @Nullable UUID messageId,
        String payload,
        Instant createdAt) {

    static StoredEvent of(UUID tenantId, NewEvent event, Instant now) {
        StatusReport report = event.report();
        Data data = new Data(
                event.messageId(),
                event.smsId(),
                report.tenantId(),
                report.tenantName(),
                report.msisdn(),
                report.sender(),
                report.state(),
                report.response(),
                report.at().truncatedTo(ChronoUnit.MILLIS),
                report.parts(),
                report.metadata());
        String payload = EventJson.write(event.type(), now, data);
        return new StoredEvent(tenantId, RowIds.next(), event.type(), event.smsId(), event.messageId(), payload, now);
    }

    private record Data(
            @Nullable UUID id,
            @Nullable UUID submissionId,
            UUID tenantId,
            @Nullable String tenantName,
            String to,
            String from,
            String state,
            String code,
            Instant at,
            int parts,
            @JsonRawValue @Nullable String metadata) {}
}

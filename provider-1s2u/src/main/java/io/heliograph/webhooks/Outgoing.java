package io.heliograph.webhooks;

import static io.heliograph.db.RowIds.bytes;
import static io.heliograph.db.RowIds.bytesOrNull;

import io.heliograph.db.Times;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Writes events and puts their deliveries into the queue, many at a time. */
@Repository
class Outgoing {

    private final JdbcTemplate jdbc;
    private final Handover handover;

    Outgoing(JdbcTemplate jdbc, Handover handover) {
        this.jdbc = jdbc;
        this.handover = handover;
    }

    void insertEvents(List<StoredEvent> events) {
        jdbc.batchUpdate("""
                INSERT INTO webhooks_event (tenant_id, id, type, sms_id, message_id, payload, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """, events.stream().map(Outgoing::eventRow).toList());
    }

    /** Writes the deliveries of events and gives them to the sender once the transaction is committed. */
    void insertDeliveries(List<Parcel> parcels) {
        if (parcels.isEmpty()) {
            return;
        }
        Handover.Load load = handover.prepare(parcels);
        jdbc.batchUpdate("""
                INSERT INTO webhooks_delivery (tenant_id, id, endpoint_id, event_id, state, next_try_at, created_at, state_at)
                VALUES (?, ?, ?, ?, 'PENDING', ?, ?, ?)
                """, parcels.stream().map(Outgoing::deliveryRow).toList());
        jdbc.batchUpdate(
                """
                INSERT INTO webhooks_queue (tenant_id, endpoint_id, delivery_id, due_at, lease)
                VALUES (?, ?, ?, UTC_TIMESTAMP(6) + INTERVAL ? SECOND, ?)
                """,
                load.parcels().stream()
                        .map(parcel -> queueRow(parcel, load.lease()))
                        .toList());
    }

    private static Object[] eventRow(StoredEvent event) {
        return new Object[] {
            bytes(event.tenantId()),
            bytes(event.id()),
            event.type(),
            bytesOrNull(event.smsId()),
            bytesOrNull(event.messageId()),
            event.payload(),
            Times.utc(event.createdAt())
        };
    }

    private static Object[] deliveryRow(Parcel parcel) {
        Object now = Times.utc(parcel.event().createdAt());
        return new Object[] {
            bytes(parcel.endpoint().tenantId()),
            bytes(parcel.deliveryId()),
            bytes(parcel.endpoint().endpointId()),
            bytes(parcel.event().id()),
            now,
            now,
            now
        };
    }

    private static @Nullable Object[] queueRow(Parcel parcel, Duration lease) {
        return new @Nullable Object[] {
            bytes(parcel.endpoint().tenantId()),
            bytes(parcel.endpoint().endpointId()),
            bytes(parcel.deliveryId()),
            parcel.lease() == null ? 0 : lease.toSeconds(),
            bytesOrNull(parcel.lease())
        };
    }
}

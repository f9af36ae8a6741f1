package io.heliograph.webhooks;

import io.heliograph.db.RowIds;
import io.heliograph.db.Transactions;
import io.heliograph.webhooks.wire.EventJson;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Events that tell of nothing, for an endpoint's owner to try it. */
@Component
public class TestEvents {

    /** The type of all test events. */
    public static final String TYPE = "test.ping";

    private static final int MOST_CHARACTERS = 16_000;

    private final EndpointRows endpoints;
    private final Destinations destinations;
    private final Outgoing outgoing;
    private final Transactions transactions;
    private final Clock clock;

    TestEvents(
            EndpointRows endpoints,
            Destinations destinations,
            Outgoing outgoing,
            Transactions transactions,
            Clock clock) {
        this.endpoints = endpoints;
        this.destinations = destinations;
        this.outgoing = outgoing;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Data to start from: that of a delivered message. */
    public String sampleData() {
        return """
                {
                  "id": "%s",
                  "submissionId": "%s",
                  "to": "447700900123",
                  "from": "Heliograph",
                  "state": "delivered",
                  "code": "DELIVRD",
                  "at": "%s",
                  "parts": 1
                }
                """.formatted(RowIds.next(), RowIds.next(), clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    /**
     * Queues a test event for one endpoint.
     *
     * @param data a JSON object of at most 16,000 characters
     * @return the delivery, to be looked at
     * @throws InvalidTestDataException if {@code data} is something else
     * @throws NoSuchEndpointException if the endpoint is not the tenant's
     * @throws EndpointStateException if it is not on
     */
    public UUID send(UUID tenantId, UUID endpointId, String data) {
        StoredEvent event = event(tenantId, data);
        return transactions.call(() -> {
            Endpoint endpoint = endpoints
                    .find(tenantId, endpointId)
                    .filter(found -> found.state() != EndpointState.DELETED)
                    .orElseThrow(() -> new NoSuchEndpointException(endpointId));
            if (endpoint.state() != EndpointState.ON) {
                throw new EndpointStateException(endpointId, endpoint.state());
            }
            Destination destination = destinations
                    .of(endpoint.key())
                    .orElseThrow(() -> new EndpointStateException(endpointId, endpoint.state()));
            Parcel parcel = Parcel.of(destination, event);
            outgoing.insertEvents(List.of(event));
            outgoing.insertDeliveries(List.of(parcel));
            return parcel.deliveryId();
        });
    }

    private StoredEvent event(UUID tenantId, String data) {
        if (data.length() > MOST_CHARACTERS) {
            throw new InvalidTestDataException("At most 16,000 characters");
        }
        Instant now = clock.instant();
        try {
            String payload = EventJson.write(TYPE, now, EventJson.object(data));
            return new StoredEvent(tenantId, RowIds.next(), TYPE, null, null, payload, now);
        } catch (IllegalArgumentException e) {
            throw new InvalidTestDataException(String.valueOf(e.getMessage()));
        }
    }
}

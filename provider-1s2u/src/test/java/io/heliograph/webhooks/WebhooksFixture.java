package io.heliograph.webhooks;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import io.heliograph.db.Transactions;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Alice's endpoints and messages. */
@Component
public class WebhooksFixture {

    public UUID alice = RowIds.next();
    public UUID charlie = RowIds.next();

    private final List<EndpointDisabled> disabled = new CopyOnWriteArrayList<>();

    private final Endpoints endpoints;
    private final Events events;
    private final Deliveries deliveries;
    private final Transactions transactions;
    private final JdbcClient jdbc;

    WebhooksFixture(
            Endpoints endpoints, Events events, Deliveries deliveries, Transactions transactions, JdbcClient jdbc) {
        this.endpoints = endpoints;
        this.events = events;
        this.deliveries = deliveries;
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    /** Begins with nothing. */
    public void reset() {
        alice = RowIds.next();
        disabled.clear();
    }

    /** Alice's endpoint, on. */
    public IssuedSecret endpoint(String url, WebhookFormat format) {
        IssuedSecret issued = endpoints.create(alice, url, format);
        endpoints.activate(alice, issued.endpointId());
        return issued;
    }

    public UUID endpoint(String url) {
        return endpoint(url, WebhookFormat.STANDARD).endpointId();
    }

    public NewEvent delivered(UUID messageId) {
        StatusReport report = new StatusReport(
                alice,
                "Alpine Clinic",
                "447700900123",
                "Alpine",
                "delivered",
                "DELIVRD",
                Instant.parse("2026-11-23T13:05:09.5Z"),
                2,
                "{\"order\":4711}");
        return new NewEvent(
                "message.delivered", UUID.fromString("0193a1c2-0000-7000-8000-000000000001"), messageId, report);
    }

    /** Tells Alice of a message; the message's id. */
    public UUID publish() {
        UUID messageId = RowIds.next();
        transactions.run(() -> events.publish(List.of(alice), delivered(messageId)));
        return messageId;
    }

    /** Tells Alice of so many messages at once; their ids. */
    public List<UUID> publish(int count) {
        List<UUID> ids = Stream.generate(RowIds::next).limit(count).toList();
        transactions.run(() -> events.publish(ids.stream()
                .map(id -> new Publication(List.of(alice), delivered(id)))
                .toList()));
        return ids;
    }

    /** The only delivery of a message. */
    public Delivery delivery(UUID messageId) {
        List<DeliveryLine> lines = deliveries.forMessage(alice, messageId);
        return deliveries.find(alice, lines.getFirst().id()).orElseThrow();
    }

    public List<DeliveryState> states(UUID messageId) {
        return deliveries.forMessage(alice, messageId).stream()
                .map(DeliveryLine::state)
                .toList();
    }

    /** Waits until the only delivery of a message is so. */
    public Delivery awaitDelivery(UUID messageId, Predicate<DeliveryLine> condition) {
        await().atMost(10, SECONDS)
                .until(() -> condition.test(delivery(messageId).line()));
        return delivery(messageId);
    }

    public Delivery awaitState(UUID messageId, DeliveryState state) {
        return awaitDelivery(messageId, line -> line.state() == state);
    }

    /** Makes everything due that waits for its next try. */
    public void timePasses() {
        jdbc.sql("UPDATE webhooks_queue SET due_at = UTC_TIMESTAMP(6) WHERE lease IS NULL")
                .update();
    }

    /** Seconds from now to the next try of a message's delivery, by the queue. */
    public long secondsToNextTry(UUID messageId) {
        return jdbc.sql("""
                SELECT TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(6), due_at) FROM webhooks_queue WHERE delivery_id = :id
                """)
                .param("id", RowIds.bytes(delivery(messageId).line().id()))
                .query(Long.class)
                .single();
    }

    public void setFailures(UUID messageId, int failures) {
        jdbc.sql("UPDATE webhooks_delivery SET failures = :failures WHERE id = :id")
                .param("failures", failures)
                .param("id", RowIds.bytes(delivery(messageId).line().id()))
                .update();
    }

    public void setFailingSince(UUID endpointId, Instant since) {
        jdbc.sql("UPDATE webhooks_endpoint SET failing_since = :since WHERE id = :id")
                .param("since", Times.utc(since))
                .param("id", RowIds.bytes(endpointId))
                .update();
    }

    /** A day after the rotation. */
    public void endOverlap(UUID endpointId) {
        jdbc.sql("UPDATE webhooks_endpoint SET old_secret_until = UTC_TIMESTAMP(6) WHERE id = :id")
                .param("id", RowIds.bytes(endpointId))
                .update();
    }

    /** Ends the retries of a message's delivery. */
    public void giveUp(UUID messageId) {
        UUID id = delivery(messageId).line().id();
        jdbc.sql("DELETE FROM webhooks_queue WHERE delivery_id = :id")
                .param("id", RowIds.bytes(id))
                .update();
        jdbc.sql("UPDATE webhooks_delivery SET state = 'FAILED', failures = 10, next_try_at = NULL WHERE id = :id")
                .param("id", RowIds.bytes(id))
                .update();
    }

    /** Another failed delivery of the same event. */
    public void copyAsFailed(UUID deliveryId) {
        jdbc.sql("""
                INSERT INTO webhooks_delivery
                    (tenant_id, id, endpoint_id, event_id, state, tries, failures, created_at, state_at)
                SELECT tenant_id, :copy, endpoint_id, event_id, 'FAILED', 1, 10, created_at, state_at
                FROM webhooks_delivery WHERE id = :id
                """)
                .param("copy", RowIds.bytes(RowIds.next()))
                .param("id", RowIds.bytes(deliveryId))
                .update();
    }

    /** The time of all leases is over. */
    public void endLeases() {
        jdbc.sql("UPDATE webhooks_queue SET due_at = UTC_TIMESTAMP(6) WHERE lease IS NOT NULL")
                .update();
    }

    public long attempts(UUID deliveryId) {
        return jdbc.sql("SELECT COUNT(*) FROM webhooks_attempt WHERE delivery_id = :id")
                .param("id", RowIds.bytes(deliveryId))
                .query(Long.class)
                .single();
    }

    public long leased() {
        return jdbc.sql("SELECT COUNT(*) FROM webhooks_queue WHERE lease IS NOT NULL")
                .query(Long.class)
                .single();
    }

    public long queued() {
        return jdbc.sql("SELECT COUNT(*) FROM webhooks_queue").query(Long.class).single();
    }

    /** What was published of this fixture's endpoints. */
    public List<EndpointDisabled> disabled() {
        return List.copyOf(disabled);
    }

    @EventListener
    void on(EndpointDisabled event) {
        disabled.add(event);
    }
}

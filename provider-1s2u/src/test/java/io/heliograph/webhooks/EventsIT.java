package io.heliograph.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.heliograph.db.RowIds;
import io.heliograph.db.Transactions;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WebhooksTest
class EventsIT {

    @Autowired
    WebhooksFixture webhooks;

    @Autowired
    Endpoints endpoints;

    @Autowired
    Events events;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Transactions transactions;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void reset() {
        webhooks.reset();
    }

    @Test
    void tellsEachEndpointOfTheTenantUnderOneId() {
        try (Receiver one = Receiver.ok();
                Receiver two = Receiver.ok()) {
            webhooks.endpoint(one.url());
            webhooks.endpoint(two.url(), WebhookFormat.ONE_S2U);

            UUID messageId = webhooks.publish();

            assertThat(deliveries.forMessage(webhooks.alice, messageId)).hasSize(2);
            Awaitility.await().until(() -> webhooks.queued() == 0);
            assertThat(one.requests().getFirst().header("webhook-id"))
                    .isEqualTo(two.requests().getFirst().header("webhook-id"));
        }
    }

    @Test
    void tellsTheResellerOfItsCustomer() {
        UUID reseller = webhooks.charlie;
        try (Receiver receiver = Receiver.ok()) {
            UUID endpointId = endpoints
                    .create(reseller, receiver.url(), WebhookFormat.STANDARD)
                    .endpointId();
            endpoints.activate(reseller, endpointId);
            UUID messageId = RowIds.next();

            transactions.run(() -> events.publish(List.of(webhooks.alice, reseller), webhooks.delivered(messageId)));

            assertThat(deliveries.forMessage(webhooks.alice, messageId)).isEmpty();
            assertThat(deliveries.forMessage(reseller, messageId)).hasSize(1);
            Awaitility.await().until(() -> receiver.requests().size() == 1);
            assertThat(receiver.requests().getFirst().body())
                    .contains("\"tenantId\":\"" + webhooks.alice + "\",\"tenantName\":\"Alpine Clinic\"");
            endpoints.delete(reseller, endpointId);
        }
    }

    @Test
    void keepsNothingWhereNobodyListens() {
        UUID off = webhooks.endpoint("https://example.com");
        endpoints.switchOff(webhooks.alice, off);

        webhooks.publish();

        assertThat(jdbc.sql("SELECT COUNT(*) FROM webhooks_event")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void standsOrFallsWithTheTransaction() {
        webhooks.endpoint("https://example.com");
        UUID messageId = RowIds.next();

        assertThatIllegalStateException()
                .isThrownBy(() -> transactions.run(() -> {
                    events.publish(List.of(webhooks.alice), webhooks.delivered(messageId));
                    throw new IllegalStateException("rolled back");
                }));

        assertThat(deliveries.forMessage(webhooks.alice, messageId)).isEmpty();
        assertThat(webhooks.queued()).isZero();
    }

    @Test
    void refusesToBePublishedOutsideOfATransaction() {
        assertThatIllegalStateException()
                .isThrownBy(() -> events.publish(List.of(webhooks.alice), webhooks.delivered(RowIds.next())));
    }
}

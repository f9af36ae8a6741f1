package io.heliograph.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.db.RowIds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WebhooksTest
class DeliveriesIT {

    @Autowired
    WebhooksFixture webhooks;

    @Autowired
    OldEvents oldEvents;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Figures figures;

    @BeforeEach
    void reset() {
        webhooks.reset();
    }

    @Test
    void pagesNewestFirstWithoutGapsOrRepeats() {
        try (Receiver receiver = Receiver.ok()) {
            UUID endpointId = webhooks.endpoint(receiver.url());
            for (int i = 0; i < 7; i++) {
                webhooks.publish();
            }

            List<UUID> seen = new ArrayList<>();
            UUID before = null;
            int pages = 0;
            do {
                DeliveryPage page = page(DeliveryFilter.endpoint(endpointId), before);
                page.lines().forEach(line -> seen.add(line.id()));
                before = page.next();
                pages++;
            } while (before != null);

            assertThat(pages).isEqualTo(3);
            assertThat(seen).hasSize(7).doesNotHaveDuplicates().isSortedAccordingTo(Comparator.reverseOrder());
        }
    }

    @Test
    void filtersByEndpointStateEventAndMessage() {
        try (Receiver good = Receiver.ok();
                Receiver bad = new Receiver(_ -> Receiver.Answer.status(500))) {
            UUID goodId = webhooks.endpoint(good.url());
            UUID badId = webhooks.endpoint(bad.url());
            UUID messageId = webhooks.publish();
            webhooks.publish();
            Awaitility.await()
                    .untilAsserted(() -> assertThat(deliveries.countByState(webhooks.alice, badId))
                            .isEqualTo(Map.of(DeliveryState.RETRYING, 2L)));
            Awaitility.await()
                    .untilAsserted(() -> assertThat(deliveries.countByState(webhooks.alice, goodId))
                            .isEqualTo(Map.of(DeliveryState.DELIVERED, 2L)));

            assertThat(page(DeliveryFilter.ALL, null).lines()).hasSize(3);
            assertThat(page(DeliveryFilter.endpoint(badId).in(DeliveryState.RETRYING), null)
                            .lines())
                    .hasSize(2)
                    .allSatisfy(line -> assertThat(line.endpointId()).isEqualTo(badId));
            assertThat(page(DeliveryFilter.ALL.in(DeliveryState.DELIVERED), null)
                            .lines())
                    .hasSize(2);
            List<DeliveryLine> ofMessage =
                    page(new DeliveryFilter(null, null, null, messageId), null).lines();
            assertThat(ofMessage)
                    .hasSize(2)
                    .allSatisfy(line -> assertThat(line.messageId()).isEqualTo(messageId));
            assertThat(page(
                                    new DeliveryFilter(
                                            goodId, null, ofMessage.getFirst().eventId(), null),
                                    null)
                            .lines())
                    .hasSize(1);
        }
    }

    @Test
    void tellsHowAnEndpointDoes() {
        try (Receiver receiver = Receiver.ok()) {
            UUID endpointId = webhooks.endpoint(receiver.url());
            webhooks.awaitState(webhooks.publish(), DeliveryState.DELIVERED);
            webhooks.awaitState(webhooks.publish(), DeliveryState.DELIVERED);
            receiver.answer(_ -> Receiver.Answer.status(503));
            Delivery failed = webhooks.awaitState(webhooks.publish(), DeliveryState.RETRYING);

            EndpointFigures head = figures.of(webhooks.alice, endpointId);

            assertThat(head.succeeded()).isEqualTo(2);
            assertThat(head.failed()).isEqualTo(1);
            assertThat(head.medianAnswer()).isPositive();
            assertThat(head.last()).isNotNull().satisfies(last -> {
                assertThat(last.status()).isEqualTo(503);
                assertThat(last.error()).isEqualTo("Answered 503");
            });
            assertThat(head.nextTryAt())
                    .isBetween(
                            failed.line().stateAt().plusSeconds(4),
                            failed.line().stateAt().plusSeconds(7));
        }
    }

    @Test
    void tellsNothingOfAnEndpointThatWasNeverCalled() {
        UUID endpointId = webhooks.endpoint("https://example.com");

        assertThat(figures.of(webhooks.alice, endpointId)).isEqualTo(new EndpointFigures(0, 0, null, null, null));
    }

    @Test
    void areDeletedWithTheirAttemptsWhenTheyAreOldAndDone() {
        try (Receiver receiver = Receiver.ok()) {
            webhooks.endpoint(receiver.url());
            UUID done = webhooks.publish();
            Delivery delivery = webhooks.awaitState(done, DeliveryState.DELIVERED);
            receiver.answer(_ -> Receiver.Answer.status(500));
            UUID failing = webhooks.publish();
            webhooks.awaitState(failing, DeliveryState.RETRYING);
            UUID before = RowIds.next();
            receiver.answer(_ -> Receiver.Answer.status(200));
            UUID young = webhooks.publish();
            webhooks.awaitState(young, DeliveryState.DELIVERED);

            oldEvents.forget(webhooks.charlie, before);
            assertThat(webhooks.states(done)).hasSize(1);
            oldEvents.forget(webhooks.alice, before);

            assertThat(webhooks.states(done)).isEmpty();
            assertThat(webhooks.attempts(delivery.line().id())).isZero();
            assertThat(webhooks.states(failing)).containsExactly(DeliveryState.RETRYING);
            assertThat(webhooks.states(young)).containsExactly(DeliveryState.DELIVERED);
        }
    }

    @Test
    void charlieGets404() {
        try (Receiver receiver = Receiver.ok()) {
            UUID endpointId = webhooks.endpoint(receiver.url());
            UUID messageId = webhooks.publish();
            Delivery delivery = webhooks.awaitState(messageId, DeliveryState.DELIVERED);
            UUID charlie = webhooks.charlie;

            assertThat(deliveries.find(charlie, delivery.line().id())).isEmpty();
            assertThat(deliveries.forMessage(charlie, messageId)).isEmpty();
            assertThat(deliveries
                            .page(charlie, DeliveryFilter.endpoint(endpointId), null, 10)
                            .lines())
                    .isEmpty();
            assertThat(deliveries.page(charlie, DeliveryFilter.ALL, null, 10).lines())
                    .isEmpty();
            assertThat(deliveries.countByState(charlie, endpointId)).isEmpty();
            assertThat(figures.of(charlie, endpointId)).isEqualTo(new EndpointFigures(0, 0, null, null, null));
        }
    }

    private DeliveryPage page(DeliveryFilter filter, @Nullable UUID before) {
        return deliveries.page(webhooks.alice, filter, before, 3);
    }
}

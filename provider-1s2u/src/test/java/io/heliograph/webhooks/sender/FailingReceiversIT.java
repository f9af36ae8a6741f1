package io.heliograph.webhooks.sender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.heliograph.webhooks.Attempt;
import io.heliograph.webhooks.Delivery;
import io.heliograph.webhooks.DeliveryState;
import io.heliograph.webhooks.Endpoint;
import io.heliograph.webhooks.EndpointState;
import io.heliograph.webhooks.Receiver;
import io.heliograph.webhooks.Receiver.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Receivers that fail: tried again, waited for, given up and switched off. */
class FailingReceiversIT extends SenderTest {

    @Test
    void triesAgainUnderTheSameIdUntilItIsTaken() {
        AtomicInteger calls = new AtomicInteger();
        try (Receiver receiver =
                new Receiver(_ -> calls.incrementAndGet() < 3 ? Answer.of(500, "oops") : Answer.status(204))) {
            webhooks.endpoint(receiver.url());
            UUID messageId = webhooks.publish();

            webhooks.awaitDelivery(messageId, line -> line.tries() == 1);
            assertThat(webhooks.secondsToNextTry(messageId)).isBetween(3L, 6L);
            webhooks.timePasses();
            webhooks.awaitDelivery(messageId, line -> line.tries() == 2);
            assertThat(webhooks.secondsToNextTry(messageId)).isBetween(265L, 330L);
            webhooks.timePasses();

            Delivery delivery = webhooks.awaitState(messageId, DeliveryState.DELIVERED);
            assertThat(delivery.attempts())
                    .extracting(Attempt::number, Attempt::status, Attempt::error, Attempt::responseBody)
                    .containsExactly(
                            tuple(1, 500, "Answered 500", "oops"),
                            tuple(2, 500, "Answered 500", "oops"),
                            tuple(3, 204, null, ""));
            assertThat(receiver.requests())
                    .extracting(request -> request.header("webhook-id"))
                    .containsOnly(delivery.line().eventId().toString());
        }
    }

    @Test
    void givesUpAfterTheTenthFailure() {
        try (Receiver receiver = new Receiver(_ -> Answer.status(500))) {
            webhooks.endpoint(receiver.url());
            UUID messageId = webhooks.publish();
            webhooks.awaitDelivery(messageId, line -> line.tries() == 1);
            webhooks.setFailures(messageId, 9);
            webhooks.timePasses();

            Delivery delivery = webhooks.awaitState(messageId, DeliveryState.FAILED);

            assertThat(delivery.line().nextTryAt()).isNull();
            assertThat(delivery.line().lastError()).isEqualTo("Answered 500");
            assertThat(webhooks.queued()).isZero();
        }
    }

    @Test
    void waitsAsLongAsTheReceiverAsks() {
        try (Receiver receiver = new Receiver(_ -> Answer.with(429, "Retry-After", "120"))) {
            webhooks.endpoint(receiver.url());
            UUID messageId = webhooks.publish();

            webhooks.awaitState(messageId, DeliveryState.RETRYING);

            assertThat(webhooks.secondsToNextTry(messageId)).isBetween(110L, 120L);
        }
    }

    @Test
    void switchesOffAnEndpointThatIsGone() {
        try (Receiver receiver = new Receiver(_ -> Answer.status(410))) {
            UUID endpointId = webhooks.endpoint(receiver.url());
            UUID messageId = webhooks.publish();

            webhooks.awaitState(messageId, DeliveryState.FAILED);

            Endpoint endpoint = endpoints.find(webhooks.alice, endpointId).orElseThrow();
            assertThat(endpoint.state()).isEqualTo(EndpointState.DISABLED);
            assertThat(endpoint.stateReason()).isEqualTo("Answered 410 Gone");
            assertThat(webhooks.disabled()).singleElement().satisfies(event -> {
                assertThat(event.endpointId()).isEqualTo(endpointId);
                assertThat(event.tenantId()).isEqualTo(webhooks.alice);
            });
        }
    }

    @Test
    void switchesOffAnEndpointAfterFiveDaysOfNothingButFailures() {
        try (Receiver receiver = new Receiver(_ -> Answer.status(500))) {
            UUID endpointId = webhooks.endpoint(receiver.url());
            UUID messageId = webhooks.publish();
            webhooks.awaitDelivery(messageId, line -> line.tries() == 1);
            assertThat(endpoints.find(webhooks.alice, endpointId).orElseThrow().isFailing())
                    .isTrue();

            webhooks.setFailingSince(
                    endpointId, Instant.now().minus(Duration.ofDays(5)).plusSeconds(60));
            webhooks.timePasses();
            webhooks.awaitDelivery(messageId, line -> line.tries() == 2);
            assertThat(endpoints.find(webhooks.alice, endpointId).orElseThrow().state())
                    .isEqualTo(EndpointState.ON);

            webhooks.setFailingSince(
                    endpointId, Instant.now().minus(Duration.ofDays(5)).minusSeconds(1));
            webhooks.timePasses();
            webhooks.awaitDelivery(messageId, line -> line.tries() == 3);
            assertThat(endpoints.find(webhooks.alice, endpointId).orElseThrow().state())
                    .isEqualTo(EndpointState.DISABLED);
            assertThat(webhooks.disabled()).hasSize(1);

            receiver.answer(_ -> Answer.status(200));
            endpoints.switchOn(webhooks.alice, endpointId);
            webhooks.timePasses();
            webhooks.awaitState(messageId, DeliveryState.DELIVERED);
            assertThat(endpoints.find(webhooks.alice, endpointId).orElseThrow().failingSince())
                    .isNull();
        }
    }

    @Test
    void forgetsFailuresWithOneSuccess() {
        try (Receiver receiver = new Receiver(_ -> Answer.status(500))) {
            UUID endpointId = webhooks.endpoint(receiver.url());
            UUID messageId = webhooks.publish();
            webhooks.awaitDelivery(messageId, line -> line.tries() == 1);

            receiver.answer(_ -> Answer.status(200));
            webhooks.awaitState(webhooks.publish(), DeliveryState.DELIVERED);

            assertThat(endpoints.find(webhooks.alice, endpointId).orElseThrow().failingSince())
                    .isNull();
        }
    }
}

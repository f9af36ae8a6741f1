package io.heliograph.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WebhooksTest
class ReplaysIT {

    @Autowired
    WebhooksFixture webhooks;

    @Autowired
    Endpoints endpoints;

    @Autowired
    Replays replays;

    @Autowired
    ReplayWorker worker;

    @Autowired
    Deliveries deliveries;

    @Autowired
    JdbcClient jdbc;

    Receiver receiver = Receiver.ok();
    UUID endpointId;
    UUID alice;

    @BeforeEach
    void reset() {
        webhooks.reset();
        alice = webhooks.alice;
        endpointId = webhooks.endpoint(receiver.url());
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void makesADeliveryAgainUnderTheSameId() {
        UUID messageId = webhooks.publish();
        Delivery delivery = webhooks.awaitState(messageId, DeliveryState.DELIVERED);

        replays.one(alice, delivery.line().id());

        Delivery again = webhooks.awaitDelivery(messageId, line -> line.tries() == 2);
        assertThat(again.attempts()).extracting(Attempt::number).containsExactly(1, 2);
        assertThat(receiver.requests())
                .extracting(request -> request.header("webhook-id"))
                .containsExactly(
                        delivery.line().eventId().toString(),
                        delivery.line().eventId().toString());
    }

    @Test
    void triesOneThatWaitsAtOnce() {
        receiver.answer(_ -> Receiver.Answer.status(500));
        UUID messageId = webhooks.publish();
        Delivery delivery = webhooks.awaitState(messageId, DeliveryState.RETRYING);
        receiver.answer(_ -> Receiver.Answer.status(200));

        replays.one(alice, delivery.line().id());

        webhooks.awaitState(messageId, DeliveryState.DELIVERED);
        assertThat(webhooks.queued()).isZero();
    }

    @Test
    void givesAFailedOneAllItsRetriesBack() {
        receiver.answer(_ -> Receiver.Answer.status(500));
        UUID messageId = failed();

        replays.one(alice, webhooks.delivery(messageId).line().id());

        webhooks.awaitDelivery(messageId, line -> line.tries() == 2);
        assertThat(webhooks.delivery(messageId).line().state()).isEqualTo(DeliveryState.RETRYING);
        assertThat(webhooks.secondsToNextTry(messageId)).isBetween(3L, 6L);
    }

    @Test
    void replaysAllThatFailedSinceOldestFirst() {
        receiver.answer(_ -> Receiver.Answer.status(500));
        UUID tooOld = failed();
        pause();
        Instant since = Instant.now();
        List<UUID> messageIds = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            messageIds.add(failed());
        }
        receiver.answer(_ -> Receiver.Answer.status(200));
        UUID delivered = webhooks.publish();
        webhooks.awaitState(delivered, DeliveryState.DELIVERED);
        ReplayScope scope = new ReplayScope.FailedSince(endpointId, since);

        assertThat(replays.count(alice, scope)).isEqualTo(3);
        Replay replay = replays.start(alice, scope);
        assertThat(replay.total()).isEqualTo(3);
        assertThat(replays.find(alice, replay.id()).orElseThrow().finishedAt()).isNull();
        worker.work();

        messageIds.forEach(messageId -> webhooks.awaitState(messageId, DeliveryState.DELIVERED));
        Replay done = replays.latest(alice, endpointId).orElseThrow();
        assertThat(done.id()).isEqualTo(replay.id());
        assertThat(done.queued()).isEqualTo(3);
        assertThat(done.finishedAt()).isNotNull();
        assertThat(webhooks.delivery(tooOld).line().state()).isEqualTo(DeliveryState.FAILED);
        assertThat(webhooks.delivery(delivered).line().tries()).isEqualTo(1);
        assertThat(replays.count(alice, scope)).isZero();
    }

    @Test
    void replaysFromOneOnDeliveredOrFailed() {
        UUID first = webhooks.publish();
        UUID second = webhooks.publish();
        UUID third = webhooks.publish();
        List.of(first, second, third).forEach(id -> webhooks.awaitState(id, DeliveryState.DELIVERED));
        ReplayScope scope =
                new ReplayScope.From(webhooks.delivery(second).line().id());

        assertThat(replays.count(alice, scope)).isEqualTo(2);
        replays.start(alice, scope);
        worker.work();

        webhooks.awaitDelivery(second, line -> line.tries() == 2);
        webhooks.awaitDelivery(third, line -> line.tries() == 2);
        assertThat(webhooks.delivery(first).line().tries()).isEqualTo(1);
    }

    @Test
    void goesOnInPartsUntilAllAreQueued() {
        UUID messageId = webhooks.publish();
        UUID first =
                webhooks.awaitState(messageId, DeliveryState.DELIVERED).line().id();
        for (int i = 0; i < 600; i++) {
            webhooks.copyAsFailed(first);
        }

        ReplayScope scope = new ReplayScope.FailedSince(endpointId, Instant.EPOCH);
        Replay replay = replays.start(alice, scope);
        worker.work();

        assertThat(replays.find(alice, replay.id()).orElseThrow().queued()).isEqualTo(600);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> webhooks.queued() == 0);
        assertThat(receiver.requests()).hasSize(601);
    }

    @Test
    void needsAnEndpointThatIsOn() {
        UUID messageId = webhooks.publish();
        UUID deliveryId =
                webhooks.awaitState(messageId, DeliveryState.DELIVERED).line().id();
        endpoints.switchOff(alice, endpointId);

        assertThatExceptionOfType(EndpointStateException.class).isThrownBy(() -> replays.one(alice, deliveryId));
        assertThatExceptionOfType(EndpointStateException.class)
                .isThrownBy(() -> replays.start(alice, new ReplayScope.From(deliveryId)));
    }

    @Test
    void charlieGets404() {
        UUID messageId = webhooks.publish();
        UUID deliveryId =
                webhooks.awaitState(messageId, DeliveryState.DELIVERED).line().id();
        Replay replay = replays.start(alice, new ReplayScope.From(deliveryId));
        UUID charlie = webhooks.charlie;

        assertThatExceptionOfType(NoSuchDeliveryException.class).isThrownBy(() -> replays.one(charlie, deliveryId));
        assertThatExceptionOfType(NoSuchDeliveryException.class)
                .isThrownBy(() -> replays.start(charlie, new ReplayScope.From(deliveryId)));
        assertThatExceptionOfType(NoSuchEndpointException.class)
                .isThrownBy(() -> replays.start(charlie, new ReplayScope.FailedSince(endpointId, Instant.EPOCH)));
        assertThatExceptionOfType(NoSuchEndpointException.class)
                .isThrownBy(() -> replays.count(charlie, new ReplayScope.FailedSince(endpointId, Instant.EPOCH)));
        assertThat(replays.find(charlie, replay.id())).isEmpty();
        assertThat(replays.latest(charlie, endpointId)).isEmpty();
    }

    /** A message whose delivery has failed for good. */
    private UUID failed() {
        UUID messageId = webhooks.publish();
        webhooks.awaitState(messageId, DeliveryState.RETRYING);
        webhooks.giveUp(messageId);
        return messageId;
    }

    private static void pause() {
        Awaitility.await().pollDelay(Duration.ofMillis(10)).until(() -> true);
    }
}

package io.heliograph.webhooks.sender;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.db.RowIds;
import io.heliograph.db.Transactions;
import io.heliograph.webhooks.Attempt;
import io.heliograph.webhooks.DeliveryState;
import io.heliograph.webhooks.EndpointKey;
import io.heliograph.webhooks.Events;
import io.heliograph.webhooks.Held;
import io.heliograph.webhooks.LocalSender;
import io.heliograph.webhooks.Nudges;
import io.heliograph.webhooks.Publication;
import io.heliograph.webhooks.Receiver;
import io.heliograph.webhooks.Receiver.Answer;
import io.heliograph.webhooks.Receiver.Request;
import io.heliograph.webhooks.WebhooksFixture;
import io.heliograph.webhooks.WebhooksProperties;
import io.heliograph.webhooks.WebhooksTest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WebhooksTest
class TwoNodesIT {

    @Autowired
    WebhooksFixture webhooks;

    @Autowired
    Sender oneNode;

    @Autowired
    Claims claims;

    @Autowired
    Targets targets;

    @Autowired
    Recorder recorder;

    @Autowired
    Nudges nudges;

    @Autowired
    WebhooksProperties properties;

    @Autowired
    Clock clock;

    @Autowired
    Events events;

    @Autowired
    Transactions transactions;

    Sender otherNode;

    @BeforeEach
    void startTheOther() {
        webhooks.reset();
        oneNode.start();
        otherNode = new Sender(claims, targets, recorder, nudges, properties, clock);
    }

    @AfterEach
    void stopTheOther() {
        otherNode.stop();
        oneNode.start();
    }

    @Test
    void deliverEachOnce() {
        otherNode.start();
        try (Receiver receiver = Receiver.ok()) {
            webhooks.endpoint(receiver.url());

            publish(1000);

            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> webhooks.queued() == 0);
            assertThat(receiver.requests()).hasSize(1000);
            assertThat(receiver.requests().stream().map(request -> request.header("webhook-id")))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void deliverAgainWhatADeadNodeHadClaimed() {
        oneNode.stop();
        try (Receiver receiver = Receiver.ok()) {
            UUID endpointId = webhooks.endpoint(receiver.url());
            UUID messageId = webhooks.publish();
            List<Claim> lost = claims.take(new EndpointKey(webhooks.alice, endpointId), 10);
            assertThat(lost).hasSize(1);

            otherNode.start();
            Awaitility.await()
                    .during(Duration.ofMillis(300))
                    .until(() -> receiver.requests().isEmpty());
            webhooks.endLeases();

            webhooks.awaitState(messageId, DeliveryState.DELIVERED);
            assertThat(receiver.requests()).hasSize(1);
        }
    }

    @Test
    void deliverAgainWhatADeadNodeWasHanded() {
        oneNode.stop();
        DyingSender dying = new DyingSender();
        nudges.listen(dying);
        try (Receiver receiver = Receiver.ok()) {
            webhooks.endpoint(receiver.url());
            List<UUID> messageIds = webhooks.publish(2);
            nudges.forget(dying);
            otherNode.start();

            UUID free = messageIds.getLast(); // there was room for one
            webhooks.awaitState(free, DeliveryState.DELIVERED);
            assertThat(dying.taken).hasSize(1);
            assertThat(receiver.requests()).hasSize(1);
            webhooks.endLeases();

            webhooks.awaitState(messageIds.getFirst(), DeliveryState.DELIVERED);
            assertThat(receiver.requests()).hasSize(2);
        }
    }

    /** Takes one delivery and never makes it. */
    private static final class DyingSender implements LocalSender {

        final List<Held> taken = new ArrayList<>();

        @Override
        public int roomFor(EndpointKey endpoint) {
            return 1;
        }

        @Override
        public Duration lease() {
            return Duration.ofSeconds(60);
        }

        @Override
        public void take(List<Held> queued) {
            taken.addAll(queued);
        }

        @Override
        public void wake(Collection<EndpointKey> endpoints) {}
    }

    @Test
    void dropWhatComesAfterTheLeaseWasLost() {
        CountDownLatch answering = new CountDownLatch(1);
        oneNode.stop();
        try (Receiver receiver = new Receiver(firstLate(answering))) {
            webhooks.endpoint(receiver.url());
            UUID messageId = webhooks.publish();
            oneNode.start();
            Awaitility.await().until(() -> receiver.requests().size() == 1);
            webhooks.endLeases();
            otherNode.start();

            webhooks.awaitState(messageId, DeliveryState.DELIVERED);
            answering.countDown();
            oneNode.stop(); // records all that it has

            assertThat(webhooks.delivery(messageId).attempts())
                    .singleElement()
                    .extracting(Attempt::status)
                    .isEqualTo(201);
        }
    }

    @Test
    void aNodeThatStopsEndsWhatItHasBegun() {
        try (Receiver receiver = new Receiver(_ -> {
            pause(Duration.ofMillis(300));
            return Answer.status(200);
        })) {
            webhooks.endpoint(receiver.url());
            publish(30);
            Awaitility.await().until(() -> receiver.requests().size() >= 8);

            oneNode.stop();

            int begun = receiver.requests().size();
            assertThat(begun).isLessThan(30);
            assertThat(webhooks.queued()).isEqualTo(30L - begun);
            assertThat(webhooks.leased()).isZero();
        }
    }

    /** The first call is answered late, with 200; the others at once, with 201. */
    private static Function<Request, Answer> firstLate(CountDownLatch first) {
        AtomicBoolean called = new AtomicBoolean();
        return _ -> {
            if (called.getAndSet(true)) {
                return Answer.status(201);
            }
            await(first);
            return Answer.status(200);
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void publish(int count) {
        transactions.run(() -> events.publish(
                Stream.generate(() -> new Publication(List.of(webhooks.alice), webhooks.delivered(RowIds.next())))
                        .limit(count)
                        .toList()));
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}

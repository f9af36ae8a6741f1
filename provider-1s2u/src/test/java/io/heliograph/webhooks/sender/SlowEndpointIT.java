package io.heliograph.webhooks.sender;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.db.Transactions;
import io.heliograph.webhooks.DeliveryState;
import io.heliograph.webhooks.Nudges;
import io.heliograph.webhooks.Receiver;
import io.heliograph.webhooks.Receiver.Answer;
import io.heliograph.webhooks.WebhooksFixture;
import io.heliograph.webhooks.WebhooksProperties;
import io.heliograph.webhooks.WebhooksTest;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WebhooksTest
class SlowEndpointIT {

    @Autowired
    WebhooksFixture webhooks;

    @Autowired
    Sender impatient;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Transactions transactions;

    @Autowired
    Targets targets;

    @Autowired
    Recorder recorder;

    @Autowired
    Nudges nudges;

    @Autowired
    Clock clock;

    final CountDownLatch testIsOver = new CountDownLatch(1);
    Sender patient;

    @BeforeEach
    void start() {
        webhooks.reset();
        impatient.stop();
        WebhooksProperties properties = new WebhooksProperties(
                true, Duration.ofSeconds(60), 12, 8, Duration.ofMillis(50), Duration.ofSeconds(180));
        Claims claims = new Claims(jdbc, transactions, targets, properties);
        patient = new Sender(claims, targets, recorder, nudges, properties, clock);
        patient.start();
    }

    @AfterEach
    void stop() {
        testIsOver.countDown();
        patient.stop();
        impatient.start();
    }

    @Test
    void keepsOnlyItselfWaiting() {
        try (Receiver hanging = new Receiver(_ -> hang());
                Receiver quick = Receiver.ok()) {
            webhooks.endpoint(hanging.url());
            for (int i = 0; i < 20; i++) {
                webhooks.publish();
            }
            Awaitility.await()
                    .untilAsserted(() -> assertThat(hanging.requests()).hasSize(8));

            webhooks.endpoint(quick.url());
            UUID messageId = webhooks.publish();

            Awaitility.await().until(() -> quick.requests().size() == 1);
            assertThat(hanging.requests()).hasSize(8);
            assertThat(webhooks.states(messageId)).contains(DeliveryState.PENDING);
            testIsOver.countDown();
            Awaitility.await().until(() -> webhooks.queued() == 0);
        }
    }

    @Test
    void holdsUpNobodyElseForLonger() {
        try (Receiver hanging = new Receiver(_ -> hang());
                Receiver quick = Receiver.ok()) {
            webhooks.endpoint(hanging.url());
            webhooks.publish(300); // more than are kept in hand
            Awaitility.await()
                    .untilAsserted(() -> assertThat(hanging.requests()).hasSize(8));
            UUID alice = webhooks.alice;
            webhooks.reset();
            webhooks.endpoint(quick.url());
            webhooks.awaitState(webhooks.publish(), DeliveryState.DELIVERED);

            long begun = System.nanoTime();
            webhooks.publish(100);
            Awaitility.await().until(() -> quick.requests().size() == 101);

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
            assertThat(hanging.requests()).hasSize(8);
            webhooks.alice = alice;
            testIsOver.countDown();
            Awaitility.await().until(() -> webhooks.queued() == 0);
        }
    }

    private Answer hang() {
        try {
            testIsOver.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return Answer.status(200);
    }
}

package io.heliograph.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.heliograph.db.RowIds;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WebhooksTest
class EndpointsIT {

    private static final String URL = "https://example.com/hook";

    @Autowired
    WebhooksFixture webhooks;

    @Autowired
    Endpoints endpoints;

    @Autowired
    Deliveries deliveries;

    @Autowired
    JdbcClient jdbc;

    UUID alice;

    @BeforeEach
    void reset() {
        webhooks.reset();
        alice = webhooks.alice;
    }

    @Test
    void getsNothingBeforeItsOwnerHasTheSecret() {
        try (Receiver receiver = Receiver.ok()) {
            IssuedSecret issued = endpoints.create(alice, receiver.url(), WebhookFormat.STANDARD);

            UUID unheard = webhooks.publish();
            assertThat(state(issued)).isEqualTo(EndpointState.PENDING);
            assertThat(deliveries.forMessage(alice, unheard)).isEmpty();

            endpoints.activate(alice, issued.endpointId());
            webhooks.awaitState(webhooks.publish(), DeliveryState.DELIVERED);
            assertThat(receiver.requests()).hasSize(1);
        }
    }

    @Test
    void keepsSecretsSealed() {
        IssuedSecret issued = endpoints.create(alice, URL, WebhookFormat.ONE_S2U);

        byte[] kept = jdbc.sql("SELECT secret_encrypted FROM webhooks_endpoint WHERE id = ?")
                .param(RowIds.bytes(issued.endpointId()))
                .query((row, _) -> row.getBytes(1))
                .single();

        assertThat(issued.secret()).startsWith("whsec_").hasSizeGreaterThan(38);
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("whsec_");
        assertThat(issued.toString()).doesNotContain("whsec_");
    }

    @Test
    void holdsBackWhileItIsOffAndSendsWhenItIsOnAgain() {
        try (Receiver receiver = new Receiver(_ -> Receiver.Answer.status(500))) {
            UUID endpointId = webhooks.endpoint(receiver.url());
            UUID messageId = webhooks.publish();
            webhooks.awaitState(messageId, DeliveryState.RETRYING);

            endpoints.switchOff(alice, endpointId);
            receiver.answer(_ -> Receiver.Answer.status(200));
            webhooks.timePasses();
            assertThat(deliveries.forMessage(alice, webhooks.publish())).isEmpty();
            assertThat(webhooks.delivery(messageId).line().state()).isEqualTo(DeliveryState.RETRYING);

            endpoints.switchOn(alice, endpointId);
            webhooks.awaitState(messageId, DeliveryState.DELIVERED);
        }
    }

    @Test
    void cancelsWhatIsOnItsWayWhenItIsDeletedAndKeepsThePast() {
        try (Receiver receiver = new Receiver(_ -> Receiver.Answer.status(500))) {
            UUID endpointId = webhooks.endpoint(receiver.url());
            UUID messageId = webhooks.publish();
            webhooks.awaitState(messageId, DeliveryState.RETRYING);

            endpoints.delete(alice, endpointId);

            Delivery delivery = webhooks.delivery(messageId);
            assertThat(delivery.line().state()).isEqualTo(DeliveryState.CANCELLED);
            assertThat(delivery.attempts()).hasSize(1);
            assertThat(webhooks.queued()).isZero();
            assertThat(endpoints.list(alice)).isEmpty();
            assertThat(endpoints.find(alice, endpointId).orElseThrow().state()).isEqualTo(EndpointState.DELETED);
            assertNotFound(() -> endpoints.switchOn(alice, endpointId));
        }
    }

    @Test
    void rotatesWithADaysOverlap() {
        IssuedSecret first = webhooks.endpoint(URL, WebhookFormat.STANDARD);

        IssuedSecret second = endpoints.rotate(alice, first.endpointId());

        assertThat(second.secret()).isNotEqualTo(first.secret());
        Instant tomorrow = Instant.now().plus(Duration.ofHours(24));
        assertThat(second.oldSecretUntil()).isBetween(tomorrow.minusSeconds(30), tomorrow);
        assertThat(endpoints.find(alice, first.endpointId()).orElseThrow().oldSecretUntil())
                .isBetween(tomorrow.minusSeconds(30), tomorrow);
    }

    @Test
    void replacesTheSecretThatWasNeverUsed() {
        IssuedSecret first = endpoints.create(alice, URL, WebhookFormat.STANDARD);

        assertThat(endpoints.rotate(alice, first.endpointId()).oldSecretUntil()).isNull();
    }

    @Test
    void refusesStepsThatItsStateDoesNotAllow() {
        UUID pending = endpoints.create(alice, URL, WebhookFormat.STANDARD).endpointId();
        assertRefused(() -> endpoints.switchOff(alice, pending));
        assertRefused(() -> endpoints.switchOn(alice, pending));

        endpoints.activate(alice, pending);
        assertRefused(() -> endpoints.activate(alice, pending));
        assertRefused(() -> endpoints.switchOn(alice, pending));

        endpoints.switchOff(alice, pending);
        assertRefused(() -> endpoints.switchOff(alice, pending));
        assertRefused(() -> endpoints.activate(alice, pending));
    }

    @Test
    void refusesWhatIsNoAddress() {
        assertThatExceptionOfType(InvalidUrlException.class)
                .isThrownBy(() -> endpoints.create(alice, "ftp://example.com", WebhookFormat.STANDARD));
        assertThat(endpoints.list(alice)).isEmpty();
    }

    @Test
    void refusesTheTwentyFirst() {
        for (int i = 0; i < Endpoints.MOST; i++) {
            endpoints.create(alice, URL, WebhookFormat.STANDARD);
        }

        assertThatExceptionOfType(TooManyEndpointsException.class)
                .isThrownBy(() -> endpoints.create(alice, URL, WebhookFormat.STANDARD));
        assertThat(endpoints.list(alice)).hasSize(20);
        endpoints.create(webhooks.charlie, URL, WebhookFormat.STANDARD);
    }

    @Test
    void charlieGets404() {
        UUID id = webhooks.endpoint(URL);
        UUID charlie = webhooks.charlie;

        assertThat(endpoints.find(charlie, id)).isEmpty();
        assertThat(endpoints.list(charlie)).isEmpty();
        assertNotFound(() -> endpoints.activate(charlie, id));
        assertNotFound(() -> endpoints.switchOff(charlie, id));
        assertNotFound(() -> endpoints.switchOn(charlie, id));
        assertNotFound(() -> endpoints.rotate(charlie, id));
        assertNotFound(() -> endpoints.delete(charlie, id));
        assertThat(endpoints.find(alice, id).orElseThrow().state()).isEqualTo(EndpointState.ON);
    }

    private EndpointState state(IssuedSecret issued) {
        return endpoints.find(alice, issued.endpointId()).orElseThrow().state();
    }

    private static void assertNotFound(ThrowingCallable call) {
        assertThatExceptionOfType(NoSuchEndpointException.class).isThrownBy(call);
    }

    private static void assertRefused(ThrowingCallable call) {
        assertThatExceptionOfType(EndpointStateException.class).isThrownBy(call);
    }
}

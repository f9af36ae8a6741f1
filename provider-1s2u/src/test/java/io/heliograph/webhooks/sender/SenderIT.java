package io.heliograph.webhooks.sender;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.webhooks.Attempt;
import io.heliograph.webhooks.Delivery;
import io.heliograph.webhooks.DeliveryState;
import io.heliograph.webhooks.IssuedSecret;
import io.heliograph.webhooks.Receiver;
import io.heliograph.webhooks.Receiver.Answer;
import io.heliograph.webhooks.Receiver.Request;
import io.heliograph.webhooks.WebhookFormat;
import io.heliograph.webhooks.wire.SigningSecret;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class SenderIT extends SenderTest {

    private static final Pattern MESSAGE_ID = Pattern.compile("\"data\":\\{\"id\":\"([^\"]+)\"");

    @Test
    void deliversAsStandardWebhooksSays() {
        try (Receiver receiver = Receiver.ok()) {
            IssuedSecret issued = webhooks.endpoint(receiver.url(), WebhookFormat.STANDARD);

            Instant before = Instant.now();
            UUID messageId = webhooks.publish();

            Delivery delivery = webhooks.awaitState(messageId, DeliveryState.DELIVERED);
            Request request = receiver.requests().getFirst();
            Instant sentAt = Instant.ofEpochSecond(Long.parseLong(request.header("webhook-timestamp")));
            assertThat(sentAt).isBetween(before.minusSeconds(1), Instant.now());
            assertThat(request.header("webhook-id"))
                    .isEqualTo(delivery.line().eventId().toString());
            assertThat(request.header("webhook-signature"))
                    .isEqualTo(SigningSecret.parse(issued.secret())
                            .sign(request.header("webhook-id"), sentAt, request.body()));
            assertThat(request.header("Content-Type")).isEqualTo("application/json");
            assertThat(request.body())
                    .startsWith("{\"type\":\"message.delivered\",\"timestamp\":\"")
                    .endsWith("\"data\":{\"id\":\"" + messageId
                            + "\",\"submissionId\":\"0193a1c2-0000-7000-8000-000000000001\",\"tenantId\":\""
                            + webhooks.alice
                            + "\",\"tenantName\":\"Alpine Clinic\",\"to\":\"447700900123\",\"from\":\"Alpine\","
                            + "\"state\":\"delivered\",\"code\":\"DELIVRD\",\"at\":\"2026-11-23T13:05:09.500Z\","
                            + "\"parts\":2,\"metadata\":{\"order\":4711}}}");
            Attempt attempt = delivery.attempts().getFirst();
            assertThat(attempt.requestBody()).isEqualTo(request.body()).isEqualTo(delivery.payload());
            assertThat(attempt.requestHeaders()).contains("webhook-signature: v1,");
            assertThat(attempt.url()).isEqualTo(receiver.url());
            assertThat(attempt.status()).isEqualTo(200);
            assertThat(attempt.isSuccess()).isTrue();
            assertThat(delivery.line().tries()).isEqualTo(1);
            assertThat(delivery.line().nextTryAt()).isNull();
        }
    }

    @Test
    void deliversAs1s2uPosts() {
        try (Receiver receiver = Receiver.ok()) {
            webhooks.endpoint(receiver.url(), WebhookFormat.ONE_S2U);

            webhooks.awaitState(webhooks.publish(), DeliveryState.DELIVERED);

            Request request = receiver.requests().getFirst();
            assertThat(request.header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
            assertThat(request.body())
                    .isEqualTo("msisdn=447700900123&source=Alpine&sms_id=0193a1c2-0000-7000-8000-000000000001"
                            + "&sent_date=11%2F23%2F2026+1%3A05%3A09+PM&response=DELIVRD");
            assertThat(request.header("webhook-signature")).startsWith("v1,");
        }
    }

    @Test
    void deliversSeveralInOneRequestWhereThatIsWanted() {
        AtomicInteger calls = new AtomicInteger();
        try (Receiver receiver = new Receiver(_ -> Answer.status(calls.incrementAndGet() == 2 ? 500 : 200))) {
            IssuedSecret issued = webhooks.endpoint(receiver.url(), WebhookFormat.BATCH);

            List<UUID> messageIds = webhooks.publish(101);

            Awaitility.await().until(() -> receiver.requests().size() == 2);
            List<List<String>> batches = receiver.requests().stream()
                    .map(request -> MESSAGE_ID
                            .matcher(request.body())
                            .results()
                            .map(id -> id.group(1))
                            .toList())
                    .toList();
            assertThat(batches).extracting(List::size).containsExactlyInAnyOrder(100, 1);
            assertThat(batches.stream().flatMap(List::stream))
                    .containsExactlyInAnyOrderElementsOf(
                            messageIds.stream().map(UUID::toString).toList());
            Request request = receiver.requests().getFirst();
            assertThat(request.header("Content-Type")).isEqualTo("application/json");
            assertThat(signatures(request)).containsExactly(signature(issued, request));

            Awaitility.await()
                    .until(() -> messageIds.stream()
                            .noneMatch(id -> webhooks.states(id).equals(List.of(DeliveryState.PENDING))));
            UUID failed = messageIds.stream()
                    .filter(id -> webhooks.states(id).equals(List.of(DeliveryState.RETRYING)))
                    .findFirst()
                    .orElseThrow();
            webhooks.timePasses();
            Delivery delivery = webhooks.awaitState(failed, DeliveryState.DELIVERED);
            assertThat(delivery.attempts())
                    .extracting(Attempt::requestBody)
                    .containsOnly("[{\"id\":\"" + delivery.line().eventId() + "\","
                            + delivery.payload().substring(1) + "]");
        }
    }

    @Test
    void doesNotFollowRedirects() {
        try (Receiver elsewhere = Receiver.ok();
                Receiver receiver = new Receiver(_ -> Answer.with(307, "Location", elsewhere.url()))) {
            webhooks.endpoint(receiver.url());

            Delivery delivery = webhooks.awaitState(webhooks.publish(), DeliveryState.RETRYING);

            assertThat(delivery.line().lastError()).isEqualTo("Redirects are not followed");
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @Test
    void signsWithBothSecretsForADay() {
        try (Receiver receiver = Receiver.ok()) {
            IssuedSecret old = webhooks.endpoint(receiver.url(), WebhookFormat.STANDARD);
            IssuedSecret rotated = endpoints.rotate(webhooks.alice, old.endpointId());

            webhooks.awaitState(webhooks.publish(), DeliveryState.DELIVERED);
            webhooks.endOverlap(old.endpointId());
            webhooks.awaitState(webhooks.publish(), DeliveryState.DELIVERED);

            assertThat(signatures(receiver.requests().getFirst()))
                    .containsExactly(
                            signature(rotated, receiver.requests().getFirst()),
                            signature(old, receiver.requests().getFirst()));
            assertThat(signatures(receiver.requests().getLast()))
                    .containsExactly(signature(rotated, receiver.requests().getLast()));
        }
    }

    private static String[] signatures(Request request) {
        return request.header("webhook-signature").split(" ");
    }

    private static String signature(IssuedSecret issued, Request request) {
        Instant at = Instant.ofEpochSecond(Long.parseLong(request.header("webhook-timestamp")));
        return SigningSecret.parse(issued.secret()).sign(request.header("webhook-id"), at, request.body());
    }
}

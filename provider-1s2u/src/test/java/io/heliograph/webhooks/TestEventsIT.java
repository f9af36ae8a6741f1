package io.heliograph.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@WebhooksTest
class TestEventsIT {

    @Autowired
    WebhooksFixture webhooks;

    @Autowired
    Endpoints endpoints;

    @Autowired
    TestEvents tests;

    @Autowired
    Deliveries deliveries;

    @BeforeEach
    void reset() {
        webhooks.reset();
    }

    @Test
    void sendsTheEditedDataAndLeadsToItsDelivery() {
        try (Receiver receiver = Receiver.ok()) {
            UUID endpointId = webhooks.endpoint(receiver.url());

            UUID deliveryId = tests.send(webhooks.alice, endpointId, "{\"to\": \"4477\", \"mine\": [1]}");

            Awaitility.await().until(() -> receiver.requests().size() == 1);
            assertThat(receiver.requests().getFirst().body())
                    .startsWith("{\"type\":\"test.ping\",")
                    .endsWith("\"data\":{\"to\":\"4477\",\"mine\":[1]}}");
            Delivery delivery = deliveries.find(webhooks.alice, deliveryId).orElseThrow();
            assertThat(delivery.line().eventType()).isEqualTo("test.ping");
            assertThat(delivery.line().messageId()).isNull();
        }
    }

    @Test
    void offersDataThatFillsTheFormOf1s2u() {
        try (Receiver receiver = Receiver.ok()) {
            UUID endpointId =
                    webhooks.endpoint(receiver.url(), WebhookFormat.ONE_S2U).endpointId();

            tests.send(webhooks.alice, endpointId, tests.sampleData());

            Awaitility.await().until(() -> receiver.requests().size() == 1);
            assertThat(receiver.requests().getFirst().body())
                    .matches(
                            "msisdn=447700900123&source=Heliograph&sms_id=[0-9a-f-]{36}&sent_date=.+&response=DELIVRD");
        }
    }

    @ParameterizedTest
    @CsvSource({"200, DELIVERED", "500, RETRYING"})
    void recordsATryWhoseFormIsLongerThanItsColumn(int status, DeliveryState state) {
        try (Receiver receiver = new Receiver(_ -> Receiver.Answer.status(status))) {
            UUID endpointId =
                    webhooks.endpoint(receiver.url(), WebhookFormat.ONE_S2U).endpointId();
            String longest = "\u6F22".repeat(15_900);

            UUID deliveryId = tests.send(webhooks.alice, endpointId, "{\"to\": \"" + longest + "\"}");

            Awaitility.await().until(() -> delivery(deliveryId).line().state() == state);
            assertThat(receiver.requests())
                    .singleElement()
                    .satisfies(request ->
                            assertThat(request.body()).startsWith("msisdn=" + "%E6%BC%A2".repeat(15_900) + "&source="));
            assertThat(delivery(deliveryId).attempts()).singleElement().satisfies(attempt -> {
                assertThat(attempt.requestBody())
                        .hasSize(Attempt.MOST_CHARACTERS)
                        .startsWith("msisdn=%E6%BC%A2");
                assertThat(attempt.isRequestCut()).isTrue();
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "5", "null"})
    void refusesWhatIsNoJsonObject(String data) {
        UUID endpointId = webhooks.endpoint("https://example.com");

        assertThatExceptionOfType(InvalidTestDataException.class)
                .isThrownBy(() -> tests.send(webhooks.alice, endpointId, data));
    }

    @Test
    void needsAnEndpointThatIsOn() {
        UUID endpointId = endpoints
                .create(webhooks.alice, "https://example.com", WebhookFormat.STANDARD)
                .endpointId();

        assertThatExceptionOfType(EndpointStateException.class)
                .isThrownBy(() -> tests.send(webhooks.alice, endpointId, "{}"));
    }

    @Test
    void charlieGets404() {
        UUID endpointId = webhooks.endpoint("https://example.com");

        assertThatExceptionOfType(NoSuchEndpointException.class)
                .isThrownBy(() -> tests.send(webhooks.charlie, endpointId, "{}"));
        assertThat(webhooks.queued()).isZero();
    }

    private Delivery delivery(UUID deliveryId) {
        return deliveries.find(webhooks.alice, deliveryId).orElseThrow();
    }
}

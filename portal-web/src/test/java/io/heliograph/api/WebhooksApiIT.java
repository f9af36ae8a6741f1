package io.heliograph.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.People;
import io.heliograph.PortalTest;
import io.heliograph.apikeys.ApiKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

@PortalTest
class WebhooksApiIT {

    /** Nobody listens there. */
    private static final String NOWHERE = "{\"url\":\"http://127.0.0.1:9/hook\"}";

    @Autowired
    MockMvcTester portal;

    @Autowired
    ApiKeys keys;

    @Autowired
    People people;

    Program alice;

    @BeforeEach
    void aliceHasAKey() {
        alice = Program.of(
                portal, keys, people.customerOf(people.reseller().id()).id());
    }

    @Test
    void makesAnEndpointThatIsOnAndShowsItsSecretOnce() {
        JsonNode made = alice.post("/webhook-endpoints", NOWHERE).expect(201).json();
        String path = "/webhook-endpoints/" + made.path("id").asString();

        assertThat(made.path("secret").asString()).startsWith("whsec_");
        assertThat(made.path("state").asString()).isEqualTo("on");
        assertThat(alice.get(path).expect(200).json().has("secret")).isFalse();
        JsonNode rotated = alice.post(path + "/rotate", "").expect(200).json();
        assertThat(rotated.path("secret").asString())
                .isNotEqualTo(made.path("secret").asString());
        assertThat(rotated.has("oldSecretUntil")).isTrue();
    }

    @Test
    void changesAndDeletesIt() {
        String path = "/webhook-endpoints/"
                + alice.post("/webhook-endpoints", NOWHERE).json().path("id").asString();

        JsonNode changed = alice.call(
                        HttpMethod.PATCH, path, "{\"url\":\"http://127.0.0.1:9/other\",\"state\":\"off\"}")
                .expect(200)
                .json();

        assertThat(changed.path("url").asString()).isEqualTo("http://127.0.0.1:9/other");
        assertThat(changed.path("state").asString()).isEqualTo("off");
        assertThat(alice.post(path + "/test", "").expect(409).code()).isEqualTo("endpoint_state");
        assertThat(alice.call(HttpMethod.PATCH, path, "{\"url\":\"nowhere\"}")
                        .expect(422)
                        .code())
                .isEqualTo("invalid_url");
        assertThat(alice.call(HttpMethod.PATCH, path, "{\"state\":\"pending\"}")
                        .expect(422)
                        .code())
                .isEqualTo("validation_failed");
        assertThat(alice.delete(path).status()).isEqualTo(204);
        assertThat(alice.get(path).expect(404).code()).isEqualTo("not_found");
    }

    @Test
    void showsADeliveryWithItsAttemptsAndMakesItAgain() {
        String endpoint =
                alice.post("/webhook-endpoints", NOWHERE).json().path("id").asString();
        String delivery = alice.post("/webhook-endpoints/" + endpoint + "/test", "")
                .expect(202)
                .json()
                .path("id")
                .asString();

        await().untilAsserted(() -> {
            JsonNode tried = alice.get("/deliveries/" + delivery).expect(200).json();
            assertThat(tried.path("state").asString()).isEqualTo("retrying");
            assertThat(tried.at("/event/type").asString()).isEqualTo("test.ping");
            assertThat(tried.at("/attempts/0/error").asString()).isNotEmpty();
        });
        alice.post("/deliveries/" + delivery + "/replay", "").expect(202);
        await().untilAsserted(() -> assertThat(alice.get("/deliveries/" + delivery)
                        .json()
                        .path("tries")
                        .asInt())
                .isGreaterThanOrEqualTo(2));
        assertThat(alice.get("/deliveries?endpoint=" + endpoint)
                        .json()
                        .path("data")
                        .size())
                .isEqualTo(1);
        assertThat(alice.get("/deliveries?state=delivered").json().path("data").size())
                .isZero();
    }

    @Test
    void makesARangeAgain() {
        String endpoint =
                alice.post("/webhook-endpoints", NOWHERE).json().path("id").asString();

        JsonNode replay = alice.post(
                        "/replays", "{\"endpointId\":\"" + endpoint + "\",\"failedSince\":\"2026-01-01T00:00:00Z\"}")
                .expect(202)
                .json();

        assertThat(replay.path("total").asInt()).isZero();
        assertThat(alice.get("/replays/" + replay.path("id").asString())
                        .expect(200)
                        .json()
                        .path("failedOnly")
                        .asBoolean())
                .isTrue();
        assertThat(alice.post("/replays", "{\"endpointId\":\"" + endpoint + "\"}")
                        .expect(422)
                        .code())
                .isEqualTo("validation_failed");
    }
}

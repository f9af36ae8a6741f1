package io.heliograph.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.ledger.Credits;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Messages that were accepted: listed, read and cancelled. */
class AcceptedMessagesApiIT extends MessagesApiTest {

    @Test
    void cancelsWhatIsScheduledAndGivesItsPriceBack() {
        JsonNode sent =
                alice.post("/messages", later(to(numbers(1)))).expect(202).json();
        String path = "/messages/" + sent.path("messages").get(0).path("id").asString();
        assertThat(alice.get(path).json().path("state").asString()).isEqualTo("queued");

        JsonNode cancelled = alice.delete(path).expect(200).json();

        assertThat(cancelled.path("state").asString()).isEqualTo("cancelled");
        assertThat(cancelled.path("refunded").asInt()).isEqualTo(1);
        assertThat(events(cancelled)).containsExactly("accepted", "cancelled", "refunded");
        assertThat(alice.delete(path).expect(200).json().path("state").asString())
                .isEqualTo("cancelled");
        assertThat(available()).isEqualTo(Credits.of(2_000));
    }

    @Test
    void doesNotCancelWhatHasLeft() {
        JsonNode sent = alice.post("/messages", to(numbers(1))).expect(202).json();
        String path = "/messages/" + sent.path("messages").get(0).path("id").asString();
        await().until(() -> alice.get(path).json().path("state").asString().equals("delivered"));

        assertThat(alice.delete(path).expect(409).code()).isEqualTo("not_cancellable");
    }

    @Test
    void goesThroughAllMessagesPageByPage() {
        alice.post("/messages", to(numbers(5))).expect(202);

        JsonNode first = alice.get("/messages?limit=3").expect(200).json();
        JsonNode second = alice.get(
                        "/messages?limit=3&cursor=" + first.path("next").asString())
                .json();

        assertThat(first.path("data").findValuesAsString("to"))
                .containsExactly("447700900004", "447700900003", "447700900002");
        assertThat(second.path("data").findValuesAsString("to")).containsExactly("447700900001", "447700900000");
        assertThat(second.has("next")).isFalse();
        assertThat(alice.get("/messages?to=447700900002").json().path("data").size())
                .isEqualTo(1);
        assertThat(alice.get("/messages?state=refused,cancelled")
                        .json()
                        .path("data")
                        .size())
                .isZero();
        assertThat(alice.get("/messages?limit=0").expect(400).code()).isEqualTo("malformed_parameter");
        assertThat(alice.get("/messages?state=lost").expect(400).code()).isEqualTo("malformed_parameter");
        assertThat(alice.get("/messages?submission=x").expect(400).code()).isEqualTo("malformed_parameter");
    }

    @Test
    void charlieGets404() {
        JsonNode sent = alice.post("/messages", to(numbers(1))).expect(202).json();
        String path = "/messages/" + sent.path("messages").get(0).path("id").asString();
        Program charlie = Program.of(
                portal, keys, people.customerOf(people.reseller().id()).id());

        assertThat(charlie.get(path).expect(404).code()).isEqualTo("not_found");
        assertThat(charlie.delete(path).expect(404).code()).isEqualTo("not_found");
        assertThat(charlie.with("On-Behalf-Of", customer.id().toString())
                        .get(path)
                        .expect(404)
                        .code())
                .isEqualTo("account_not_found");
    }
}

package io.heliograph.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.ledger.Credits;
import io.heliograph.tenants.Tenant;
import io.heliograph.tenants.Tenants;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class MessagesApiIT extends MessagesApiTest {

    @Autowired
    Tenants tenants;

    @Test
    void sendsAndSaysWhatItCosts() {
        JsonNode sent = alice.post("/messages", """
                        {"from": "Alpine", "to": "+447700900123", "text": "Your code is 4711", "metadata": {"order": 1}}
                        """).expect(202).json();

        assertThat(sent.path("segments").asInt()).isEqualTo(1);
        assertThat(sent.path("price").decimalValue()).isEqualByComparingTo("1");
        assertThat(sent.path("encoding").asString()).isEqualTo("gsm7");
        assertThat(sent.path("metadata").path("order").asInt()).isEqualTo(1);
        String id = sent.path("messages").get(0).path("id").asString();
        await().untilAsserted(() -> {
            JsonNode message = alice.get("/messages/" + id).expect(200).json();
            assertThat(message.path("state").asString()).isEqualTo("delivered");
            assertThat(message.path("to").asString()).isEqualTo("447700900123");
            assertThat(message.path("channel").asString()).isEqualTo("rest");
            assertThat(events(message)).containsExactly("accepted", "submitted", "report");
        });
        assertThat(available()).isEqualTo(Credits.of(1_999));
    }

    @Test
    void sendsToAThousandAndNotToOneMore() {
        JsonNode sent =
                alice.post("/messages", later(to(numbers(1_000)))).expect(202).json();

        assertThat(sent.path("messages").size()).isEqualTo(1_000);
        assertThat(sent.path("messages").get(0).path("to").asString()).isEqualTo("447700900000");
        assertThat(sent.path("price").decimalValue()).isEqualByComparingTo("1000");
        Program.Reply tooMany = alice.post("/messages", to(numbers(1_001))).expect(422);
        assertThat(tooMany.code()).isEqualTo("too_many_numbers");
        assertThat(alice.post("/messages/quote", to(numbers(1_000)))
                        .expect(200)
                        .json()
                        .path("sendable")
                        .asBoolean())
                .isTrue();
        assertThat(alice.post("/messages/quote", to(numbers(1_001))).expect(422).code())
                .isEqualTo("too_many_numbers");
        assertThat(available()).isEqualTo(Credits.of(1_000));
    }

    @Test
    void saysWhatIsWrongAndChargesNothing() {
        assertThat(alice.post("/messages", "{\"to\": [], \"text\": \"\"}")
                        .expect(422)
                        .json()
                        .path("errors")
                        .findValuesAsString("pointer"))
                .containsExactly("/from", "/text", "/to");
        assertThat(alice.post("/messages", "{\"from\": \"A\", \"too\": \"1\"}")
                        .expect(422)
                        .json()
                        .toString())
                .contains("/too", "no such field");
        assertThat(alice.post("/messages", "{").expect(400).code()).isEqualTo("malformed_body");
        assertThat(alice.post("/messages", "[]").expect(400).code()).isEqualTo("malformed_body");
        assertThat(alice.post("/messages", send("Alpine", "12", "Hi"))
                        .expect(422)
                        .code())
                .isEqualTo("invalid_number");
        assertThat(alice.post("/messages", send("TwelveLetter", "447700900123", "Hi"))
                        .expect(422)
                        .code())
                .isEqualTo("invalid_sender");
        assertThat(alice.post("/messages", send("Alpine", "447700900123", "x".repeat(766)))
                        .expect(422)
                        .code())
                .isEqualTo("text_too_long");
        Program.Reply when = alice.post(
                "/messages",
                "{\"from\":\"A\",\"to\":\"447700900123\",\"text\":\"Hi\",\"scheduleAt\":\"2999-01-01T00:00:00Z\"}");
        assertThat(when.expect(422).code()).isEqualTo("invalid_schedule");
        assertThat(available()).isEqualTo(Credits.of(2_000));
    }

    @Test
    void saysWhatIsMissingToPayForIt() {
        Tenant poor = customers.with(reseller, 1);

        Program.Reply refused = Program.of(portal, keys, poor.id()).post("/messages", to(numbers(2)));

        assertThat(refused.expect(402).code()).isEqualTo("insufficient_credits");
        assertThat(refused.json().path("price").asInt()).isEqualTo(2);
        assertThat(refused.json().path("available").asInt()).isEqualTo(1);
    }

    @Test
    void quotesEveryNumberAndChargesNothing() {
        JsonNode quote = alice.post("/messages/quote", """
                        {"to": ["447700900123", "12", "447700900123"], "text": "Dear customer’s friend ♥"}
                        """).expect(200).json();

        assertThat(quote.path("encoding").asString()).isEqualTo("ucs2");
        assertThat(quote.path("unicodeCharacters").findValuesAsString("character"))
                .containsExactly("’", "♥");
        assertThat(quote.path("unicodeCharacters").get(0).path("replacement").asString())
                .isEqualTo("'");
        assertThat(quote.path("numbers").size()).isEqualTo(2);
        assertThat(quote.path("numbers").get(0).path("price").asInt()).isEqualTo(1);
        assertThat(quote.path("numbers").get(1).path("problem").asString()).isEqualTo("invalid_number");
        assertThat(quote.path("sendable").asBoolean()).isFalse();
        assertThat(available()).isEqualTo(Credits.of(2_000));
        assertThat(alice.get("/messages").json().path("data").size()).isZero();
    }

    @Test
    void sendsOnBehalfOfACustomerFromItsOwnBalance() {
        Program seller = Program.of(portal, keys, reseller.id())
                .with("On-Behalf-Of", customer.id().toString());

        seller.post("/messages", to(numbers(2))).expect(202);

        assertThat(available()).isEqualTo(Credits.of(1_998));
        assertThat(seller.get("/balance").json().path("available").asInt()).isEqualTo(1_998);
        tenants.suspend(customer.id());
        assertThat(seller.post("/messages", to(numbers(1))).expect(403).code()).isEqualTo("account_suspended");
        seller.get("/messages").expect(200);
    }

    private static String send(String from, String to, String text) {
        return "{\"from\":\"" + from + "\",\"to\":\"" + to + "\",\"text\":\"" + text + "\"}";
    }
}

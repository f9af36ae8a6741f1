package io.heliograph.smppserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.heliograph.credentials.AddressList;
import io.heliograph.ledger.Credits;
import io.heliograph.messages.MessageState;
import io.heliograph.receipts.Receipts;
import io.heliograph.tenants.Tenants;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.TypeOfNumber;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A tenant's system that speaks SMPP to the whole portal. */
class SmppServerIT extends SmppServerTest {

    @Autowired
    SmppSessions sessions;

    @Autowired
    Receipts receipts;

    @Autowired
    Tenants tenants;

    @Test
    void acceptsMessageAndTellsWhatBecameOfIt() throws Exception {
        try (SmppClient client = bound(BindType.BIND_TRX)) {
            String id =
                    client.submit("Alice", "447700900141", (byte) 0, SmppClient.GSM, new byte[] {'H', 'i', 0x1B, 0x65});

            assertThat(only().text()).isEqualTo("Hi€");
            assertThat(only().sender()).isEqualTo("Alice");
            assertThat(only().submissionId()).hasToString(id);
            await().atMost(SOON).until(() -> !client.received().isEmpty());
            DeliverSm receipt = client.received().getFirst();
            assertThat(text(receipt)).startsWith("id:" + id).contains("stat:DELIVRD");
            assertThat(receipt.getSourceAddr()).isEqualTo("447700900141");
            assertThat(receipt.getDestAddress()).isEqualTo("Alice");
            assertThat(receipt.getOptionalParameter(OptionalParameter.Message_state.class)
                            .getValue())
                    .isEqualTo((byte) 2);
        }
    }

    @Test
    void saysWithTheStatusWhyMessageIsRefused() throws Exception {
        byte[] hi = {'H', 'i'};
        alice = customers.with(people.reseller(), 1).id();
        try (SmppClient client = bound(BindType.BIND_TX)) {
            assertThat(status(() -> client.submit("TooLongSender", "447700900146", (byte) 0, SmppClient.GSM, hi)))
                    .isEqualTo(Status.SENDER);
            assertThat(status(() -> client.submit("Alice", "123", (byte) 0, SmppClient.GSM, hi)))
                    .isEqualTo(Status.NUMBER);
            assertThat(status(() -> client.submit("Alice", "447700900146", (byte) 0, SmppClient.GSM, new byte[0])))
                    .isEqualTo(Status.TEXT);
            assertThat(status(() -> client.submit("Alice", "447700900146", (byte) 0, (byte) 4, hi)))
                    .isEqualTo(Status.CODING);
            assertThat(status(() -> client.submit("Alice", "447700900146", (byte) 0, SmppClient.UCS_2, new byte[3])))
                    .isEqualTo(Status.CODING);
            assertThat(status(() ->
                            client.submit("Alice", "447700900146", (byte) 0, SmppClient.GSM, hi, "991301000000000+")))
                    .isEqualTo(Status.SEND_AT);
            assertThat(status(() ->
                            client.submit("Alice", "447700900146", (byte) 0, SmppClient.GSM, hi, "010000000000000R")))
                    .isEqualTo(Status.SEND_AT);
            assertThat(status(() -> client.submit("Alice", "447700900146", (byte) 0, SmppClient.UCS_2, new byte[142])))
                    .isEqualTo(Status.CREDITS);
            tenants.suspend(alice);
            await().atMost(SOON)
                    .until(() -> status(() ->
                                    client.submit("Alice", "447700900146", (byte) 0, SmppClient.UCS_2, new byte[142]))
                            == Status.SUSPENDED);
            assertThat(sessions.of(List.of(alice)).getFirst().lastError()).startsWith("0x00000");
        }
        assertThat(all()).isEmpty();
    }

    @Test
    void throttlesBySegments() throws Exception {
        SmppLimits slow = new SmppLimits(AddressList.ALL, 1, 10, 1);
        IssuedSmppCredential issued = credentials.create(alice, "Slow", slow, null);
        byte[] threeParts = "x".repeat(459).getBytes(StandardCharsets.US_ASCII);
        try (SmppClient client = SmppClient.bound(server.port(), BindType.BIND_TX, issued)) {
            ThrowingCallable submit = () -> client.submit(
                    "Alice",
                    "447700900147",
                    (byte) 0,
                    SmppClient.GSM,
                    new byte[0],
                    new OptionalParameter.Message_payload(threeParts));
            // Both at once: what one waits for its commit must not be a second of the other's.
            CompletableFuture<Integer> one = CompletableFuture.supplyAsync(() -> status(submit));
            CompletableFuture<Integer> other = CompletableFuture.supplyAsync(() -> status(submit));
            assertThat(List.of(one.join(), other.join())).containsExactlyInAnyOrder(Status.OK, Status.THROTTLED);
            await().atMost(SOON)
                    .until(() -> status(() ->
                                    client.submit("Alice", "447700900147", (byte) 0, SmppClient.GSM, new byte[] {'x'}))
                            == 0);
        }
    }

    @Test
    void bindsOnlyWhoMay() throws Exception {
        IssuedSmppCredential issued =
                credentials.create(alice, "One", new SmppLimits(AddressList.parse("::1 127.0.0.0/8"), 1, 10, 5), null);
        IssuedSmppCredential elsewhere =
                credentials.create(alice, "Far", new SmppLimits(AddressList.parse("192.0.2.0/24"), 1, 10, 5), null);

        try (SmppClient _ = SmppClient.bound(server.port(), BindType.BIND_RX, issued)) {
            assertThatThrownBy(() -> SmppClient.bound(server.port(), BindType.BIND_TX, issued))
                    .hasRootCauseMessage("Negative response 0000000d (Bind Failed) found");
        }
        assertThatThrownBy(() -> SmppClient.bound(server.port(), BindType.BIND_TX, elsewhere))
                .hasRootCauseMessage("Negative response 0000000d (Bind Failed) found");
        assertThatThrownBy(() -> SmppClient.bound(
                        server.port(), BindType.BIND_TX, issued.credential().systemId(), "wrong"))
                .hasRootCauseMessage("Negative response 0000000e (Invalid Password) found");
        assertThat(credentials.get(alice, elsewhere.credential().id()).lastError())
                .contains("127.0.0.1");
        credentials.revoke(alice, issued.credential().id());
        assertThatThrownBy(() -> SmppClient.bound(server.port(), BindType.BIND_TX, issued))
                .hasRootCauseMessage("Negative response 0000000e (Invalid Password) found");
    }

    @Test
    void keepsReceiptsForWhoIsAwayAndSendsThemAgainWhenAsked() throws Exception {
        IssuedSmppCredential issued = credentials.create(alice, "Away", SmppLimits.STANDARD, null);
        Instant before = Instant.now().minusSeconds(60);
        String id;
        try (SmppClient client = SmppClient.bound(server.port(), BindType.BIND_TX, issued)) {
            id = client.submit("Alice", "447700900001", (byte) 0, SmppClient.GSM, new byte[] {'x'});
        }
        await().atMost(SOON).until(() -> only().state() == MessageState.UNDELIVERED);

        try (SmppClient client = SmppClient.bound(server.port(), BindType.BIND_RX, issued)) {
            client.answersWith(Status.LATER);
            await().atMost(SOON).until(() -> client.received().size() == 1);
            client.answersWith(Status.OK);
            await().atMost(SOON).until(() -> client.received().size() == 2);
            assertThat(client.received())
                    .extracting(SmppServerTest::text)
                    .allMatch(text -> text.contains(id) && text.contains("stat:UNDELIV"));
            await().atMost(SOON)
                    .until(() -> receipts.replay(alice, before, Instant.now().plusSeconds(60)) == 1);
            await().atMost(SOON).until(() -> client.received().size() == 3);
        }
    }

    @Test
    void answersWhatIsAskedAndCancelsWhatWaits() throws Exception {
        try (SmppClient client = bound(BindType.BIND_TRX)) {
            String id = client.submit(
                    "Alice", "447700900149", (byte) 0, SmppClient.GSM, new byte[] {'x'}, "000001000000000R");

            assertThat(query(client, id)).isEqualTo(6);
            client.session()
                    .cancelShortMessage(
                            "",
                            id,
                            TypeOfNumber.UNKNOWN,
                            NumberingPlanIndicator.UNKNOWN,
                            "",
                            TypeOfNumber.UNKNOWN,
                            NumberingPlanIndicator.UNKNOWN,
                            "");
            assertThat(query(client, id)).isEqualTo(4);
            assertThat(status(() -> query(client, UUID.randomUUID().toString())))
                    .isEqualTo(Status.MESSAGE_ID);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(client.received())
                            .extracting(SmppServerTest::text)
                            .anyMatch(text -> text.contains("stat:DELETED")));
        }
        assertThat(wallets.get(alice).balance()).isEqualTo(Credits.of(100));
    }

    @Test
    void endsSessionThatIsToEnd() throws Exception {
        try (SmppClient client = bound(BindType.BIND_TRX)) {
            SmppSession session = sessions.of(List.of(alice)).getFirst();
            assertThat(session.remote()).isEqualTo("127.0.0.1");
            UUID bluebird = people.tenantOf("customer@bluebird.test");
            assertThatThrownBy(() -> sessions.unbind(bluebird, session.id()))
                    .isInstanceOf(NoSuchSmppSessionException.class);

            sessions.unbind(alice, session.id());

            await().atMost(SOON).until(() -> !client.session().getSessionState().isBound());
            await().atMost(SOON).until(() -> sessions.of(List.of(alice)).isEmpty());
        }
    }

    private static int query(SmppClient client, String id) throws Exception {
        return client.session()
                .queryShortMessage(id, TypeOfNumber.UNKNOWN, NumberingPlanIndicator.UNKNOWN, "")
                .getMessageState()
                .value();
    }
}

package io.heliograph.smppserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.db.RowIds;
import io.heliograph.ledger.Credits;
import io.heliograph.tenants.Tenant;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.OptionalParameter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Long texts that a tenant’s system sends in parts. */
class SmppPartsIT extends SmppServerTest {

    private static final String LONG = "0123456789".repeat(70);

    @Autowired
    PartsSweeper sweeper;

    @Autowired
    JdbcTemplate batches;

    @Test
    void joinsPartsBeforePricing() throws Exception {
        String text = "\uD83D\uDE00".repeat(40) + "\u0645\u0631\u062D\u0628\u0627";
        byte[] units = text.getBytes(StandardCharsets.UTF_16BE);
        try (SmppClient client = bound(BindType.BIND_TRX)) {
            // The emoji at the border is cut in two, as careless clients do.
            String first = client.submit(
                    "Alice", "447700900142", SmppClient.HEADER, SmppClient.UCS_2, part(9, 2, 1, units, 0, 134));
            assertThat(all()).isEmpty();
            String second = client.submit(
                    "Alice",
                    "447700900142",
                    SmppClient.HEADER,
                    SmppClient.UCS_2,
                    part(9, 2, 2, units, 134, units.length));

            assertThat(only().text()).isEqualTo(text);
            assertThat(only().segments()).isEqualTo(2);
            assertThat(wallets.get(alice).balance()).isEqualTo(Credits.of(98));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(client.received())
                            .extracting(SmppServerTest::text)
                            .anyMatch(receipt -> receipt.contains(first))
                            .anyMatch(receipt -> receipt.contains(second)));
        }
    }

    @Test
    void takesFivePartsInAnyFormAndInAnyOrder() throws Exception {
        byte[] text = LONG.getBytes(StandardCharsets.US_ASCII);
        try (SmppClient client = bound(BindType.BIND_TX)) {
            for (int number = 5; number >= 1; number--) {
                client.submit(
                        "Alice",
                        "447700900143",
                        SmppClient.HEADER,
                        SmppClient.GSM,
                        part(1, 5, number, text, (number - 1) * 153, Math.min(number * 153, 700)));
            }
            for (int number = 1; number <= 5; number++) {
                client.submit(
                        "Alice",
                        "447700900143",
                        (byte) 0,
                        SmppClient.GSM,
                        LONG.substring((number - 1) * 153, Math.min(number * 153, 700))
                                .getBytes(StandardCharsets.US_ASCII),
                        new OptionalParameter.Sar_msg_ref_num((short) 700),
                        new OptionalParameter.Sar_total_segments((byte) 5),
                        new OptionalParameter.Sar_segment_seqnum((byte) number));
            }
            client.submit(
                    "Alice",
                    "447700900143",
                    (byte) 0,
                    SmppClient.GSM,
                    new byte[0],
                    new OptionalParameter.Message_payload(text));
        }

        assertThat(all()).hasSize(3).allSatisfy(message -> {
            assertThat(message.text()).isEqualTo(LONG);
            assertThat(message.segments()).isEqualTo(5);
        });
    }

    @Test
    void saysThatMessageIsNotSentOfWhichPartsAreMissing() throws Exception {
        try (SmppClient client = bound(BindType.BIND_TRX)) {
            String id = client.submit(
                    "Alice",
                    "447700900144",
                    SmppClient.HEADER,
                    SmppClient.GSM,
                    part(3, 2, 1, "Half".getBytes(StandardCharsets.US_ASCII), 0, 4));

            await().atMost(SOON).untilAsserted(() -> {
                sweeper.sweep(Duration.ofDays(1), Duration.ofSeconds(0));
                assertThat(client.received())
                        .extracting(SmppServerTest::text)
                        .anyMatch(text -> text.contains(id) && text.contains("REJECTD"));
            });
            assertThat(all()).isEmpty();
        }
    }

    @Test
    void keepsPartsWhenTheWholeIsRefusedSoThatTheLastCanBeSentAgain() throws Exception {
        Tenant reseller = people.reseller();
        alice = customers.with(reseller, 1).id();
        byte[] text = "x".repeat(200).getBytes(StandardCharsets.US_ASCII);
        try (SmppClient client = bound(BindType.BIND_TRX)) {
            client.submit("Alice", "447700900145", SmppClient.HEADER, SmppClient.GSM, part(4, 2, 1, text, 0, 153));
            ThrowingCallable last = () -> client.submit(
                    "Alice", "447700900145", SmppClient.HEADER, SmppClient.GSM, part(4, 2, 2, text, 153, 200));
            assertThat(status(last)).isEqualTo(Status.CREDITS);
            wallets.allocate(
                    people.tenantOf("operator@heliograph.test"),
                    reseller.id(),
                    Credits.of(10),
                    "more-" + reseller.id(),
                    null,
                    null);
            wallets.allocate(reseller.id(), alice, Credits.of(10), "more-" + alice, null, null);

            assertThat(status(last)).isZero();
            assertThat(only().text()).hasSize(200);
        }
    }

    @Test
    void acceptsWholeMessageThatANodeLeftBehindHoweverManyOthersAreNotWhole() throws Exception {
        UUID charlie = RowIds.next();
        beginMessages(charlie, 201);
        try (SmppClient client = bound(BindType.BIND_TRX)) {
            client.submit(
                    "Alice",
                    "447700900148",
                    SmppClient.HEADER,
                    SmppClient.GSM,
                    part(5, 2, 1, "Hi".getBytes(StandardCharsets.US_ASCII), 0, 2));
            leaveBehindWhole();

            sweeper.sweep(Duration.ofSeconds(30), Duration.ofDays(1));

            assertThat(only().text()).isEqualTo("HiHi");
        }
        assertThat(waitingMessages(alice)).isZero();
        sweeper.sweep(Duration.ofDays(1), Duration.ZERO);
        assertThat(waitingMessages(charlie)).as("All are given up in one sweep").isZero();
    }

    /** Messages of which one part has come, five minutes ago. */
    private void beginMessages(UUID tenantId, int count) {
        batches.batchUpdate(
                """
                INSERT INTO smppserver_group (tenant_id, group_key, id, total, touched_at)
                VALUES (?, ?, ?, 2, UTC_TIMESTAMP(6) - INTERVAL 5 MINUTE)
                """,
                IntStream.range(0, count)
                        .mapToObj(i -> new Object[] {
                            RowIds.bytes(tenantId),
                            ByteBuffer.allocate(32).putInt(i).array(),
                            RowIds.bytes(RowIds.next())
                        })
                        .toList());
    }

    /** The second part of Alice's message came a minute ago, and the node that took it died before it accepted the whole. */
    private void leaveBehindWhole() {
        batches.update("""
                INSERT INTO smppserver_part
                    (tenant_id, group_id, number, wire_id, credential_id, wanted, source, source_ton, source_npi,
                     destination, destination_ton, destination_npi, coding, body, send_at, expires_at, received_at)
                SELECT tenant_id, group_id, 2, ?, credential_id, wanted, source, source_ton, source_npi, destination,
                       destination_ton, destination_npi, coding, body, send_at, expires_at, received_at
                  FROM smppserver_part WHERE tenant_id = ?
                """, RowIds.bytes(RowIds.next()), RowIds.bytes(alice));
        batches.update(
                "UPDATE smppserver_group SET touched_at = touched_at - INTERVAL 1 MINUTE WHERE tenant_id = ?",
                new Object[] {RowIds.bytes(alice)});
    }

    private int waitingMessages(UUID tenantId) {
        return batches.queryForList(
                        "SELECT id FROM smppserver_group WHERE tenant_id = ?", byte[].class, RowIds.bytes(tenantId))
                .size();
    }

    private static byte[] part(int reference, int total, int number, byte[] text, int from, int to) {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        part.writeBytes(new byte[] {5, 0, 3, (byte) reference, (byte) total, (byte) number});
        part.write(text, from, to - from);
        return part.toByteArray();
    }
}

package io.heliograph.smppserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.db.RowIds;
import io.heliograph.db.Transactions;
import io.heliograph.messages.MessageState;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.util.DefaultComposer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Receipts that are taken from the queue while the system that they are for unbinds. */
class ReceiptsAfterUnbindIT extends SmppServerTest {

    private static final DefaultComposer COMPOSER = new DefaultComposer();

    /** Whoever looks more often than ten times a second is shown by the database what it saw before. */
    private static final Duration LOOKED_FOR_WAITERS = Duration.ofMillis(250);

    @Autowired
    SmppSessions sessions;

    @Autowired
    Transactions transactions;

    @Autowired
    JdbcClient jdbc;

    private IssuedSmppCredential issued;

    @BeforeEach
    void aReceiptWaits() throws Exception {
        issued = credentials.create(alice, "Away", SmppLimits.STANDARD, null);
        try (SmppClient client = SmppClient.bound(server.port(), BindType.BIND_TX, issued)) {
            client.submit("Alice", "447700900001", (byte) 0, SmppClient.GSM, new byte[] {'x'});
        }
        await().atMost(SOON).until(() -> only().state() == MessageState.UNDELIVERED);
    }

    @Test
    void bringsToTheNextSessionWhatTheLastDidNotTake() {
        whileItIsTaken(() -> {
            SmppClient client = SmppClient.bound(server.port(), BindType.BIND_RX, issued);
            awaitTaking();
            client.close();
            await().atMost(SOON).until(() -> sessions.of(List.of(alice)).isEmpty());
        });

        assertNextSessionGetsIt();
    }

    @Test
    void saysNothingOnALinkThatIsUnbound() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            whileItIsTaken(() -> {
                socket.getOutputStream().write(bind());
                assertThat(answer(socket)).isZero();
                awaitTaking();
                socket.getOutputStream().write(COMPOSER.composeHeader(SMPPConstant.CID_UNBIND, 0, 2));
                assertThat(answer(socket)).isZero();
            });

            assertThat(socket.getInputStream().readAllBytes()).isEmpty();
        }
        assertNextSessionGetsIt();
    }

    /** Runs it while the receipt can be seen, and whoever takes it has to wait. */
    private void whileItIsTaken(Step step) {
        transactions.run(() -> {
            jdbc.sql("SELECT receipt_id FROM receipts_pending WHERE tenant_id = ? FOR UPDATE")
                    .param(RowIds.bytes(alice))
                    .query()
                    .singleRow();
            try {
                step.run();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }

    private void awaitTaking() {
        await().pollInterval(LOOKED_FOR_WAITERS)
                .atMost(SOON)
                .until(() -> jdbc.sql("""
                        SELECT COUNT(*) FROM information_schema.innodb_trx
                         WHERE trx_state = 'LOCK WAIT' AND trx_query LIKE '%UPDATE receipts_pending%'
                        """).query(Long.class).single() > 0);
    }

    private void assertNextSessionGetsIt() {
        try (SmppClient next = SmppClient.bound(server.port(), BindType.BIND_RX, issued)) {
            await().atMost(SOON).until(() -> next.received().size() == 1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private byte[] bind() throws Exception {
        return COMPOSER.bind(
                BindType.BIND_RX.commandId(),
                1,
                issued.credential().systemId(),
                issued.password(),
                "",
                InterfaceVersion.IF_34.value(),
                (byte) 0,
                (byte) 0,
                "");
    }

    /** The status of the next response. */
    private static int answer(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte[] rest = new byte[in.readInt() - 4];
        in.readFully(rest);
        return ByteBuffer.wrap(rest).getInt(4);
    }

    /** What a system does. */
    private interface Step {
        void run() throws Exception;
    }
}

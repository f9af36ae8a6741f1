package io.heliograph.smppserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.People;
import io.heliograph.PortalTest;
import io.heliograph.credentials.AddressList;
import io.heliograph.portal.Customers;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.util.DefaultComposer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Bytes that no client of good will sends. How long it goes on, and from which seed, can be set:
 * {@code -Dsmpp.fuzz.seconds=600 -Dsmpp.fuzz.seed=1}.
 */
@PortalTest
class MalformedPdusIT {

    private static final long SEED = Long.getLong("smpp.fuzz.seed", 20_261_125);
    private static final Duration LENGTH = Duration.ofSeconds(Long.getLong("smpp.fuzz.seconds", 5));
    private static final int TIMEOUT = 20_000;
    private static final DefaultComposer COMPOSER = new DefaultComposer();

    @Autowired
    SmppServer server;

    @Autowired
    SmppCredentials credentials;

    @Autowired
    SmppSessions sessions;

    @Autowired
    People people;

    @Autowired
    Customers customers;

    UUID alice = new UUID(0, 0);
    String systemId = "";
    String password = "";

    @BeforeEach
    void aliceMayBind() {
        alice = customers.with(people.reseller(), 100).id();
        IssuedSmppCredential issued =
                credentials.create(alice, "Fuzz", new SmppLimits(AddressList.ALL, 1, 5, 10_000), null);
        systemId = issued.credential().systemId();
        password = issued.password();
    }

    @Test
    void refusesLengthsThatNoPduHas() throws Exception {
        for (int length : new int[] {0, 15, Integer.MAX_VALUE, -1}) {
            try (Socket socket = connected()) {
                socket.getOutputStream()
                        .write(ByteBuffer.allocate(16).putInt(length).array());

                assertThat(answer(socket)).isEqualTo(SMPPConstant.STAT_ESME_RINVCMDLEN);
                assertThat(socket.getInputStream().read()).isEqualTo(-1);
            }
        }
    }

    @Test
    void saysNothingToWhoIsNotBound() throws Exception {
        try (Socket socket = connected()) {
            socket.getOutputStream().write(COMPOSER.composeHeader(SMPPConstant.CID_SUBMIT_SM, 0, 1));

            assertThat(answer(socket)).isEqualTo(Status.WRONG_BIND);
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void refusesWhatTheBindDoesNotAllow() throws Exception {
        try (Socket socket = bound(BindType.BIND_RX)) {
            socket.getOutputStream().write(submit());

            assertThat(answer(socket)).isEqualTo(Status.WRONG_BIND);
            socket.getOutputStream().write(COMPOSER.composeHeader(SMPPConstant.CID_DATA_SM, 0, 2));
            assertThat(answer(socket)).isEqualTo(Status.UNKNOWN_COMMAND);
            socket.getOutputStream().write(bind(BindType.BIND_TX));
            assertThat(answer(socket)).isEqualTo(Status.BOUND_ALREADY);
        }
    }

    @Test
    void answersEveryPduHoweverItIsBroken() throws Exception {
        Random random = new Random(SEED);
        long end = System.nanoTime() + LENGTH.toNanos();
        int sent = 0;
        while (System.nanoTime() < end) {
            try (Socket socket = bound(BindType.BIND_TX)) {
                for (int i = 0; i < 50 && System.nanoTime() < end; i++, sent++) {
                    byte[] pdu = broken(random);
                    socket.getOutputStream().write(pdu);
                    assertThat(answer(socket))
                            .as("PDU %d of seed %d", sent, SEED)
                            .isGreaterThanOrEqualTo(0);
                }
            }
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> sessions.of(List.of(alice)).isEmpty());
        }
        assertThat(sent).isPositive();
    }

    /** A submit with bytes changed, cut or grown, under a length that is right: so each has an answer to wait for. */
    private static byte[] broken(Random random) throws Exception {
        byte[] whole = submit();
        byte[] pdu = Arrays.copyOf(whole, 16 + random.nextInt(whole.length * 2 - 16));
        for (int change = random.nextInt(8); change > 0 && pdu.length > 16; change--) {
            pdu[16 + random.nextInt(pdu.length - 16)] = (byte) random.nextInt();
        }
        ByteBuffer.wrap(pdu).putInt(pdu.length);
        if (random.nextInt(10) == 0) {
            // Any request but those that end the session.
            ByteBuffer.wrap(pdu).putInt(4, 0x20 + random.nextInt(0x200));
        }
        return pdu;
    }

    private Socket connected() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(TIMEOUT);
        return socket;
    }

    private Socket bound(BindType type) throws Exception {
        Socket socket = connected();
        socket.getOutputStream().write(bind(type));
        assertThat(answer(socket)).isZero();
        return socket;
    }

    private byte[] bind(BindType type) throws Exception {
        return COMPOSER.bind(
                type.commandId(), 1, systemId, password, "", InterfaceVersion.IF_34.value(), (byte) 0, (byte) 0, "");
    }

    private static byte[] submit() throws Exception {
        return COMPOSER.submitSm(
                2,
                "",
                (byte) 5,
                (byte) 0,
                "Alice",
                (byte) 1,
                (byte) 1,
                "447700900151",
                (byte) 0x40,
                (byte) 0,
                (byte) 0,
                "",
                "",
                (byte) 1,
                (byte) 0,
                (byte) 0,
                (byte) 0,
                new byte[] {5, 0, 3, 1, 2, 1, 'x'});
    }

    /** The status of the next response. */
    private static int answer(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte[] rest = new byte[in.readInt() - 4];
        in.readFully(rest);
        return ByteBuffer.wrap(rest).getInt(4);
    }
}

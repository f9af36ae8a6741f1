package io.heliograph.smppserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.smpp.Pdus;
import io.heliograph.tls.Certificates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jsmpp.bean.BindType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Charlie's machine, 127.0.0.3, connects and does not bind; Alice's system is on another. */
class UnboundConnectionsIT extends SmppServerTest {

    private static final int MOST = 3;
    private static final String CHARLIES = "127.0.0.3";
    private static final String ALICES = "127.0.0.1";
    private static final int TIMEOUT = 20_000;

    @Autowired
    Certificates certificates;

    @Autowired
    Binding binding;

    @Autowired
    Submitting submitting;

    @Autowired
    Asking asking;

    @Autowired
    SmppSessions sessions;

    private final List<Socket> sockets = new ArrayList<>();

    @BeforeEach
    void start() {
        server = new SmppServer(
                new SmppProperties(0, -1, true, null, MOST),
                certificates,
                binding,
                submitting,
                asking,
                sessions,
                Clock.systemUTC());
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.stop();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Test
    void oneMachineKeepsNoOtherFromBinding() throws Exception {
        for (int i = 0; i < MOST; i++) {
            assertThat(isServed(connected(CHARLIES))).isTrue();
        }

        assertThat(isServed(connected(CHARLIES))).isFalse();
        try (SmppClient alices = bound(BindType.BIND_TRX)) {
            assertThat(alices.session().getSessionState().isBound()).isTrue();
        }
    }

    @Test
    void whoHasBoundTakesNoPlace() throws Exception {
        IssuedSmppCredential issued = credentials.create(alice, "Test", SmppLimits.STANDARD, null);
        List<SmppClient> bound = new ArrayList<>();
        for (int i = 1; i < MOST; i++) {
            assertThat(isServed(connected(ALICES))).isTrue();
        }

        for (int i = 0; i < 2; i++) {
            bound.add(SmppClient.bound(server.port(), BindType.BIND_TRX, issued));
        }

        assertThat(isServed(connected(ALICES))).isTrue();
        assertThat(isServed(connected(ALICES))).isFalse();
        bound.forEach(SmppClient::close);
    }

    @Test
    void whoHasGoneLeavesItsPlace() throws Exception {
        for (int i = 0; i < MOST; i++) {
            assertThat(isServed(connected(CHARLIES))).isTrue();
        }

        sockets.getFirst().close();

        await().atMost(SOON).until(() -> isServed(connected(CHARLIES)));
        assertThat(isServed(connected(CHARLIES))).isFalse();
    }

    private Socket connected(String from) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port(), InetAddress.getByName(from), 0);
        sockets.add(socket);
        socket.setSoTimeout(TIMEOUT);
        return socket;
    }

    /** Whether it is listened to, and not turned away. */
    private static boolean isServed(Socket socket) throws IOException {
        try {
            socket.getOutputStream().write(Pdus.enquireLink(1));
            return socket.getInputStream().read() >= 0;
        } catch (SocketException _) {
            return false;
        }
    }
}

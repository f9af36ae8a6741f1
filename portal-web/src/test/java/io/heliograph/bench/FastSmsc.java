package io.heliograph.bench;

import io.heliograph.processes.Tally;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** A 1s2u that speaks SMPP, takes everything at once, and counts it; a thread for each session. */
final class FastSmsc {

    private static final int BACKLOG = 50;
    private static final int BUFFER = 64 * 1024;
    private static final int RESPONSE = 0x80000000;
    private static final int SUBMIT = 4;
    private static final int BIND_TRANSCEIVER = 9;

    private final Tally taken;
    private final AtomicLong ids = new AtomicLong(System.currentTimeMillis() << 16);
    private final ServerSocket server;

    private FastSmsc(Tally taken) throws IOException {
        this.taken = taken;
        this.server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("smsc").start(this::accept);
    }

    static FastSmsc start(Tally taken) throws IOException {
        return new FastSmsc(taken);
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                Thread.ofPlatform().daemon().name("smsc-session").start(() -> serve(socket));
            } catch (IOException e) {
                System.err.println("A session was not taken: " + e);
            }
        }
    }

    private void serve(Socket socket) {
        try (socket;
                DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), BUFFER));
                DataOutputStream out =
                        new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), BUFFER))) {
            while (true) {
                int length = in.readInt();
                int command = in.readInt();
                in.readInt();
                int sequence = in.readInt();
                in.skipNBytes(length - SmppBytes.HEADER);
                if (command >= 0) {
                    answer(out, command, sequence);
                }
                if (in.available() == 0) {
                    out.flush();
                }
            }
        } catch (EOFException _) {
            // The portal has closed it.
        } catch (IOException e) {
            System.err.println("A session broke: " + e);
        }
    }

    private void answer(DataOutputStream out, int command, int sequence) throws IOException {
        String word = command == SUBMIT ? Long.toHexString(ids.incrementAndGet()) : "SMSC";
        byte[] body = command == SUBMIT || command == BIND_TRANSCEIVER
                ? (word + '\0').getBytes(StandardCharsets.US_ASCII)
                : new byte[0];
        out.writeInt(SmppBytes.HEADER + body.length);
        out.writeInt(command | RESPONSE);
        out.writeInt(0);
        out.writeInt(sequence);
        out.write(body);
        if (command == SUBMIT) {
            taken.add(1);
        }
    }
}

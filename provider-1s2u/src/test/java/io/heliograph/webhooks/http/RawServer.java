package io.heliograph.webhooks.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that speaks no HTTP unless it is told to: it reads the first bytes of a request and does as it likes. */
final class RawServer implements AutoCloseable {

    private final ServerSocket server;
    private final Talk talk;
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    RawServer(Talk talk) throws IOException {
        this.talk = talk;
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/hook";
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> speak(socket));
            }
        } catch (IOException _) {
            // closed: the test is over
        }
    }

    private void speak(Socket socket) {
        try {
            if (socket.getInputStream().read(new byte[8192]) >= 0) {
                talk.speak(socket.getInputStream(), socket.getOutputStream());
            }
        } catch (IOException e) {
            if (!socket.isClosed() && !isHungUp(e)) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static boolean isHungUp(IOException failure) {
        String words = String.valueOf(failure.getMessage());
        return words.contains("pipe") || words.contains("reset");
    }

    interface Talk {
        void speak(InputStream in, OutputStream out) throws IOException;
    }
}

package io.heliograph.bench;

import io.heliograph.processes.HttpBytes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Receivers of webhooks that are not well, by their path: {@code /hang} never answers, {@code /drip} answers a byte a
 * second, {@code /slow} takes a second, all others fail.
 */
final class BadSinkProgram {

    private static final int BACKLOG = 1_024;
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final String DRIPS = "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n";

    private BadSinkProgram() {}

    public static void main(String[] arguments) throws IOException {
        try (ServerSocket server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress())) {
            System.out.println("port=" + server.getLocalPort());
            while (true) {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        }
    }

    private static void serve(Socket socket) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            String line = in.readLine();
            while (line != null) {
                answer(line.split(" ", -1)[1], socket.getOutputStream());
                skip(in);
                line = in.readLine();
            }
        } catch (IOException _) {
            // The portal hung up.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(String path, OutputStream out) throws IOException, InterruptedException {
        switch (path) {
            case "/hang" -> Thread.sleep(Duration.ofDays(1));
            case "/drip" -> {
                out.write(HttpBytes.ascii(DRIPS));
                while (true) {
                    out.write('.');
                    out.flush();
                    Thread.sleep(SECOND);
                }
            }
            case "/slow" -> {
                Thread.sleep(SECOND);
                out.write(HttpBytes.answer(200, ""));
            }
            default -> out.write(HttpBytes.answer(500, ""));
        }
        out.flush();
    }

    /** What is left of a request: bodies are ASCII here. */
    private static void skip(BufferedReader in) throws IOException {
        int length = 0;
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        long left = length;
        while (left > 0) {
            left -= in.skip(left);
        }
    }
}

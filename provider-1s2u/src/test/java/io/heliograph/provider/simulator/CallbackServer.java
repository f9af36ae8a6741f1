package io.heliograph.provider.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.heliograph.provider.DeliveryReport;
import io.heliograph.provider.DeliveryReports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Takes delivery reports, and answers what a test says. */
final class CallbackServer implements AutoCloseable {

    /** A report with the body that it came in. */
    record Received(String method, String contentType, String body, List<DeliveryReport> reports) {}

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();

    CallbackServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/dlr", this::handle);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/dlr/1s2u/token");
    }

    void answerNext(int status) {
        statuses.add(status);
    }

    List<Received> requests() {
        return received;
    }

    List<DeliveryReport> reports() {
        return received.stream().flatMap(r -> r.reports().stream()).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String contentType = exchange.getRequestHeaders().getFirst("Content-Type");
            boolean isPost = exchange.getRequestMethod().equals("POST");
            received.add(new Received(
                    exchange.getRequestMethod(),
                    contentType == null ? "" : contentType,
                    new String(body, StandardCharsets.UTF_8),
                    isPost ? DeliveryReports.parse(contentType, body, Instant.EPOCH) : List.of()));
            Integer status = statuses.poll();
            exchange.sendResponseHeaders(status == null ? 200 : status, -1);
        }
    }
}

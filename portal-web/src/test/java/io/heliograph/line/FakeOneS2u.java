package io.heliograph.line;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.heliograph.processes.DensestSecond;
import io.heliograph.provider.FormFields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A 1s2u that is not our simulator: it answers {@code OK} and one id, or what it is told to for a number, and its log is
 * the truth about what has left the portal.
 */
final class FakeOneS2u implements AutoCloseable {

    static final String USERNAME = "upstream";
    static final String PASSWORD = "upstream-secret";

    private final HttpServer server;
    private final ConcurrentLinkedQueue<Sent> sent = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> lookedUp = new ConcurrentLinkedQueue<>();
    private final DensestSecond lookups = new DensestSecond();
    private final Map<String, Function<Sent, @Nullable String>> answers = new ConcurrentHashMap<>();

    private volatile Duration slowness = Duration.ZERO;

    FakeOneS2u() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/bulksms", this::bulksms);
        server.createContext("/hlr", this::hlr);
        server.createContext("/checkbalance", exchange -> answer(exchange, "100000"));
        server.start();
    }

    /** One request to send, and the id that it was answered with, unless it was answered with something else. */
    record Sent(FormFields fields, List<String> numbers, String id) {

        String type() {
            return fields.getOrEmpty("mt");
        }

        String text() {
            return fields.getOrEmpty("msg");
        }
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What a request with this number is answered; null closes the connection without a word. */
    void answers(String number, Function<Sent, @Nullable String> answer) {
        answers.put(number, answer);
    }

    /** How long every answer takes from now on. */
    void takes(Duration time) {
        slowness = time;
    }

    /** Everything that came, in order. */
    List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** The requests with this number, in order. */
    List<Sent> sentTo(String number) {
        return sent.stream().filter(one -> one.numbers().contains(number)).toList();
    }

    /** The numbers that were asked for, in order; all are active. */
    List<String> lookedUp() {
        return List.copyOf(lookedUp);
    }

    /** The most requests to look numbers up in any one second. */
    int mostLookupsInASecond() {
        return lookups.most();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void hlr(HttpExchange exchange) throws IOException {
        lookups.add();
        List<String> numbers =
                Arrays.asList(fields(exchange).getOrEmpty("msisdn").split(",", -1));
        lookedUp.addAll(numbers);
        pause();
        answer(exchange, HlrAnswer.active(numbers));
    }

    private void bulksms(HttpExchange exchange) throws IOException {
        FormFields fields = fields(exchange);
        Sent request = new Sent(
                fields,
                Arrays.asList(fields.getOrEmpty("mno").split(",", -1)),
                UUID.randomUUID().toString());
        sent.add(request);
        pause();
        String text = answerTo(request);
        if (text == null) {
            exchange.close();
        } else {
            answer(exchange, text);
        }
    }

    private static FormFields fields(HttpExchange exchange) throws IOException {
        String query = Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), "");
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return FormFields.parse(query + "&" + body, StandardCharsets.UTF_8);
    }

    private @Nullable String answerTo(Sent request) {
        return request.numbers().stream()
                .filter(answers::containsKey)
                .findFirst()
                .map(number -> Objects.requireNonNull(answers.get(number)))
                .orElse(one -> "OK: " + one.id())
                .apply(request);
    }

    private void pause() {
        try {
            Thread.sleep(slowness);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}

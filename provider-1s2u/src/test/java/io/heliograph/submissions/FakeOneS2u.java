package io.heliograph.submissions;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.heliograph.provider.FormFields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A 1s2u of the tests: answers what it is told to and remembers what it was asked. */
public final class FakeOneS2u implements AutoCloseable {

    private final HttpServer server;
    private final List<Sent> sent = Collections.synchronizedList(new ArrayList<>());

    private volatile Function<Sent, @Nullable String> answer =
            sent -> "OK: id-" + sent.numbers().getFirst();

    public FakeOneS2u() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/bulksms", this::bulksms);
        server.createContext("/checkbalance", exchange -> answer(exchange, "1000"));
        server.start();
    }

    /** One request to send. */
    public record Sent(List<String> numbers, String text, String type, String sender) {}

    public String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What to answer; null closes the connection without a word. */
    public void answers(Function<Sent, @Nullable String> newAnswer) {
        answer = newAnswer;
    }

    public List<Sent> sent() {
        return List.copyOf(sent);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void bulksms(HttpExchange exchange) throws IOException {
        FormFields fields = FormFields.parse(
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        Sent request = new Sent(
                Arrays.asList(fields.getOrEmpty("mno").split(",")),
                fields.getOrEmpty("msg"),
                fields.getOrEmpty("mt"),
                fields.getOrEmpty("sid"));
        sent.add(request);
        String text = answer.apply(request);
        if (text == null) {
            exchange.close();
        } else {
            answer(exchange, text);
        }
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}

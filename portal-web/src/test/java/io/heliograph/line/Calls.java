package io.heliograph.line;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Calls a portal over HTTP, as programs of customers and 1s2u do. */
public final class Calls {

    public static final String FORM = "application/x-www-form-urlencoded";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    private final String portal;

    public Calls(int port) {
        this.portal = "http://127.0.0.1:" + port;
    }

    /** The parameters of a call that sends {@code text}, ready to be changed. */
    public static Map<String, String> sending(Customer customer, String numbers, String text) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("username", customer.username());
        parameters.put("password", customer.secret());
        parameters.put("mt", "0");
        parameters.put("sid", "Test");
        parameters.put("mno", numbers);
        parameters.put("msg", text);
        return parameters;
    }

    public static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(joining("&"));
    }

    /** The whole of an answer to {@code GET /bulksms}. */
    HttpResponse<String> bulksms(Map<String, String> parameters) {
        return get("/bulksms?" + encoded(parameters));
    }

    /** Sends and takes the id out of {@code OK: <id>}. */
    String accepted(Customer customer, String numbers, String text) {
        String answer = bulksms(sending(customer, numbers, text)).body();
        if (!answer.startsWith("OK: ")) {
            throw new AssertionError("Not accepted but answered " + answer);
        }
        return answer.substring("OK: ".length());
    }

    String balance(Customer customer) {
        return get("/checkbalance?user=" + customer.username() + "&pass=" + customer.secret())
                .body();
    }

    public HttpResponse<String> get(String path) {
        return exchange(request(path).GET());
    }

    HttpResponse<String> head(String path) {
        return exchange(request(path).HEAD());
    }

    HttpResponse<String> post(String path, String contentType, String body) {
        return exchange(request(path).header("Content-Type", contentType).POST(BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(portal + path)).timeout(PATIENCE);
    }

    static HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

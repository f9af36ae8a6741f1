package io.heliograph.provider.simulator;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** A simulator that takes as many requests as come, and calls of it. */
@Timeout(30)
abstract class SimulatorTest {

    static final String UUID_FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    static final SimulatorOptions STANDARD = unlimited(SimulatorOptions.standard("alice", "secret"));

    final HttpClient http = HttpClient.newHttpClient();
    Simulator simulator = Simulator.start(STANDARD);

    @AfterEach
    void stop() {
        simulator.close();
        http.close();
    }

    void restart(SimulatorOptions options) {
        simulator.close();
        simulator = Simulator.start(options);
    }

    void assertAnswer(String name, String value, String pattern) {
        assertThat(get(query(name, value))).matches(pattern);
    }

    static SimulatorOptions unlimited(SimulatorOptions options) {
        return options.withLimits(options.limits().withRequestsPerSecond(0).withBalancesPerMinute(0));
    }

    /** A good submission with one field changed. */
    static String query(String name, String value) {
        return Stream.of(
                        "username=alice", "password=secret", "mt=0", "sid=Shop", "mno=447700900123", "msg=Hello+%26+co")
                .map(pair -> pair.startsWith(name + "=") ? name + "=" + encode(value) : pair)
                .collect(Collectors.joining("&"));
    }

    static String numbers(int count) {
        return IntStream.range(0, count).mapToObj(i -> "4477009" + (10_100 + i)).collect(Collectors.joining(","));
    }

    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    String get(String query) {
        return call("/bulksms?" + query);
    }

    String call(String pathAndQuery) {
        return send(request(pathAndQuery).build());
    }

    String post(String query, String body) {
        return send(request("/bulksms?" + query)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    HttpRequest.Builder request(String pathAndQuery) {
        return HttpRequest.newBuilder(URI.create(simulator.baseUrl() + pathAndQuery));
    }

    String send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return (response.statusCode() == 200 ? "" : "HTTP " + response.statusCode() + " ") + response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

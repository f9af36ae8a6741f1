package io.heliograph.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import io.heliograph.webhooks.WebhooksProperties;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.ResourceAccessException;

class GuardedRestTests {

    private static final int MOST_BYTES_OF_LINE = 8 * 1024;
    private static final int MOST_HEADERS = 100;

    private final GuardedRest guarded = new GuardedRest(
            new WebhooksProperties(true, Duration.ofSeconds(15), 1, 1, Duration.ofMillis(500), Duration.ofSeconds(60)));
    private final HttpServer provider;

    GuardedRestTests() throws IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        answer("/usual", headers -> headers.set("Content-Security-Policy", "x".repeat(MOST_BYTES_OF_LINE / 2)));
        answer("/long", headers -> headers.set("A", "x".repeat(MOST_BYTES_OF_LINE)));
        answer("/many", headers -> {
            for (int i = 0; i < MOST_HEADERS; i++) {
                headers.add("A", "b");
            }
        });
        provider.start();
    }

    @AfterEach
    void close() {
        guarded.close();
        provider.stop(0);
    }

    @Test
    void readsAnswersWithUsualHeaders() {
        assertThat(guarded.client()
                        .build()
                        .get()
                        .uri(address("/usual"))
                        .retrieve()
                        .toBodilessEntity()
                        .getStatusCode())
                .isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(guarded.template()
                        .getForEntity(address("/usual"), String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.NO_CONTENT);
    }

    @Test
    void refusesAnswersWithEndlessHeaders() {
        for (String path : new String[] {"/long", "/many"}) {
            assertThatThrownBy(() -> guarded.client()
                            .build()
                            .get()
                            .uri(address(path))
                            .retrieve()
                            .toBodilessEntity())
                    .isInstanceOf(ResourceAccessException.class);
            assertThatThrownBy(() -> guarded.template().getForEntity(address(path), String.class))
                    .isInstanceOf(ResourceAccessException.class);
        }
    }

    private void answer(String path, Consumer<Headers> headers) {
        provider.createContext(path, exchange -> {
            try (exchange) {
                headers.accept(exchange.getResponseHeaders());
                exchange.sendResponseHeaders(204, -1);
            }
        });
    }

    private String address(String path) {
        return "http://127.0.0.1:" + provider.getAddress().getPort() + path;
    }
}

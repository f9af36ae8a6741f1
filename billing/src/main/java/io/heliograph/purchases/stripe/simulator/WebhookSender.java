package io.heliograph.purchases.stripe.simulator;

import com.stripe.net.Webhook;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** Delivers events, signed, and again with growing pauses until the answer is a 2xx. */
final class WebhookSender implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LATE = Duration.ofSeconds(3);
    private static final int REPEATS = 3;

    private final Clock clock;
    private final String secret;
    private final String connectSecret;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final ExecutorService deliveries = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private volatile List<URI> endpoints = List.of();
    private volatile WebhookMode mode = WebhookMode.ONCE;

    WebhookSender(Clock clock, String secret, String connectSecret) {
        this.clock = clock;
        this.secret = secret;
        this.connectSecret = connectSecret;
    }

    void deliverTo(List<URI> addresses) {
        endpoints = List.copyOf(addresses);
    }

    void mode(WebhookMode next) {
        mode = next;
    }

    boolean holds() {
        return mode == WebhookMode.HELD;
    }

    /** Delivers an event to every endpoint, then says so; does nothing while it is under way or there is no endpoint. */
    void send(ObjectNode event, Consumer<String> delivered) {
        String id = event.path("id").asString();
        String payload = event.toString();
        boolean connected = event.has("account");
        if (!endpoints.isEmpty() && underWay.add(id)) {
            deliveries.execute(() -> deliver(id, payload, connected, delivered));
        }
    }

    @Override
    public void close() {
        deliveries.shutdownNow();
        http.shutdownNow();
    }

    private void deliver(String id, String payload, boolean connected, Consumer<String> delivered) {
        try {
            if (mode == WebhookMode.LATE) {
                Thread.sleep(LATE);
            }
            int times = mode == WebhookMode.THREE_TIMES ? REPEATS : 1;
            try (ExecutorService repeats = Executors.newVirtualThreadPerTaskExecutor()) {
                for (URI endpoint : endpoints) {
                    for (int i = 0; i < times; i++) {
                        repeats.execute(() -> untilAccepted(endpoint, payload, connected));
                    }
                }
            }
            if (!Thread.interrupted()) {
                delivered.accept(id);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } finally {
            underWay.remove(id);
        }
    }

    private void untilAccepted(URI endpoint, String payload, boolean connected) {
        Duration pause = FIRST_PAUSE;
        try {
            while (!accepted(endpoint, payload, connected)) {
                Thread.sleep(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean accepted(URI endpoint, String payload, boolean connected) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Stripe-Signature", signature(payload, connected))
                .POST(HttpRequest.BodyPublishers.ofString(payload))
                .build();
        try {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status >= 200 && status < 300;
        } catch (IOException unreachable) {
            return false;
        }
    }

    private String signature(String payload, boolean connected) {
        long timestamp = clock.instant().getEpochSecond();
        try {
            return "t=" + timestamp + ",v1="
                    + Webhook.Util.computeHmacSha256(connected ? connectSecret : secret, timestamp + "." + payload);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

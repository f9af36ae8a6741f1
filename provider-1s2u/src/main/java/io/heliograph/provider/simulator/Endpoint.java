package io.heliograph.provider.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.heliograph.provider.FormFields;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** One path of the simulator: reads query and form body (contract S1), answers, and keeps what it saw. */
final class Endpoint implements HttpHandler {

    private static final int MAX_BODY_BYTES = 256 * 1024;

    private final Function<FormFields, Answer> answers;
    private final Recent<ReceivedRequest> requests;
    private final Clock clock;

    Endpoint(Function<FormFields, Answer> answers, Recent<ReceivedRequest> requests, Clock clock) {
        this.answers = answers;
        this.requests = requests;
        this.clock = clock;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            FormFields fields = fields(exchange);
            Answer answer = answer(exchange, fields);
            requests.add(new ReceivedRequest(
                    clock.instant(),
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    fields,
                    describe(answer)));
            give(exchange, answer);
        }
    }

    /** The server hands longer paths over as well. */
    private Answer answer(HttpExchange exchange, FormFields fields) {
        if (!exchange.getRequestURI().getPath().equals(exchange.getHttpContext().getPath())) {
            return Answer.of(404, "");
        }
        String method = exchange.getRequestMethod();
        return method.equals("GET") || method.equals("POST") ? answers.apply(fields) : Answer.of(405, "");
    }

    private static void give(HttpExchange exchange, Answer answer) throws IOException {
        switch (answer) {
            case Answer.Body body -> write(exchange, body);
            case Answer.Silence silence -> {
                try {
                    Thread.sleep(silence.after());
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    private static void write(HttpExchange exchange, Answer.Body answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    /** The query wins where both name a field. */
    private static FormFields fields(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readNBytes(MAX_BODY_BYTES), StandardCharsets.UTF_8);
        return parse(Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), ""))
                .orElse(parse(body));
    }

    private static FormFields parse(String encoded) {
        try {
            return FormFields.parse(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return new FormFields(Map.of());
        }
    }

    private static String describe(Answer answer) {
        return switch (answer) {
            case Answer.Body body -> body.status() + " " + body.body();
            case Answer.Silence silence -> "";
        };
    }
}

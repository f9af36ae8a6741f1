package io.heliograph.webhooks.sender;

import io.heliograph.webhooks.http.WebhookClient;
import io.heliograph.webhooks.http.WebhookRequest;
import io.heliograph.webhooks.wire.ReportForm;
import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes a delivery: the body in the endpoint's format, signed anew for each attempt, under the event's id. */
final class Courier {

    private final WebhookClient client;
    private final Clock clock;

    Courier(WebhookClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    Outcome deliver(Claim claim) throws InterruptedException {
        Outcome outcome = new Outcome(claim, client.post(request(claim, clock.instant())));
        Metrics.timer("heliograph.webhook", "result", outcome.isSuccess() ? "delivered" : "failed")
                .record(outcome.exchange().duration());
        return outcome;
    }

    private static WebhookRequest request(Claim claim, Instant now) {
        Target target = claim.target();
        String id = claim.eventId().toString();
        String body = body(claim);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", contentType(target));
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
        headers.put("webhook-signature", target.sign(id, now, body));
        return new WebhookRequest(target.url(), headers, body);
    }

    private static String body(Claim claim) {
        return switch (claim.target().format()) {
            case STANDARD -> claim.payload();
            case ONE_S2U -> ReportForm.of(claim.payload());
        };
    }

    private static String contentType(Target target) {
        return switch (target.format()) {
            case STANDARD -> "application/json";
            case ONE_S2U -> ReportForm.CONTENT_TYPE;
        };
    }
}

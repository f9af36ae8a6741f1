package io.heliograph.webhooks.sender;

import io.heliograph.db.RowIds;
import io.heliograph.webhooks.http.Exchange;
import io.heliograph.webhooks.http.WebhookClient;
import io.heliograph.webhooks.http.WebhookRequest;
import io.heliograph.webhooks.wire.EventJson;
import io.heliograph.webhooks.wire.ReportForm;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes deliveries: the body in the endpoint's format, signed anew for each attempt, under the event's id; or the bodies of
 * several, which have their ids in them, under an id of the request's own.
 */
final class Courier {

    private final Timer delivered = Metrics.timer("heliograph.webhook", "result", "delivered");
    private final Timer failed = Metrics.timer("heliograph.webhook", "result", "failed");
    private final WebhookClient client;
    private final Clock clock;

    Courier(WebhookClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /**
     * Makes one request of claims that are of one endpoint.
     *
     * @return an outcome for each
     */
    List<Outcome> deliver(List<Claim> claims) throws InterruptedException {
        Claim claim = claims.getFirst();
        List<Outcome> outcomes =
                switch (claim.target().format()) {
                    case STANDARD -> alone(claim, claim.payload());
                    case ONE_S2U -> alone(claim, ReportForm.of(claim.payload()));
                    case BATCH -> together(claims);
                };
        Outcome first = outcomes.getFirst();
        (first.isSuccess() ? delivered : failed).record(first.exchange().duration());
        return outcomes;
    }

    private List<Outcome> alone(Claim claim, String body) throws InterruptedException {
        return List.of(new Outcome(claim, post(claim.target(), claim.eventId().toString(), body)));
    }

    /** What is kept of a shared request with each delivery is the part that is about it. */
    private List<Outcome> together(List<Claim> claims) throws InterruptedException {
        List<String> events = claims.stream()
                .map(claim -> EventJson.withId(claim.eventId(), claim.payload()))
                .toList();
        Exchange exchange =
                post(claims.getFirst().target(), RowIds.next().toString(), "[" + String.join(",", events) + "]");
        Outcome[] outcomes = new Outcome[claims.size()];
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] = new Outcome(claims.get(i), exchange.about("[" + events.get(i) + "]"));
        }
        return List.of(outcomes);
    }

    private Exchange post(Target target, String id, String body) throws InterruptedException {
        Instant now = clock.instant();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", contentType(target));
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
        headers.put("webhook-signature", target.sign(id, now, body));
        return client.post(new WebhookRequest(target.url(), headers, body));
    }

    private static String contentType(Target target) {
        return switch (target.format()) {
            case STANDARD, BATCH -> "application/json";
            case ONE_S2U -> ReportForm.CONTENT_TYPE;
        };
    }
}

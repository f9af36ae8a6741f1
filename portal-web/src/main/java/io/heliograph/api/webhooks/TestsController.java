package io.heliograph.api.webhooks;

import static io.heliograph.api.webhooks.WebhookMistakes.told;

import io.heliograph.api.Answer;
import io.heliograph.api.ApiResource;
import io.heliograph.api.Call;
import io.heliograph.api.Needs;
import io.heliograph.api.Once;
import io.heliograph.credentials.Scope;
import io.heliograph.webhooks.Deliveries;
import io.heliograph.webhooks.TestEvents;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** {@code /webhook-endpoints/{id}/test}: an event that tells of nothing, to try an endpoint with. */
@ApiResource
class TestsController {

    private final TestEvents events;
    private final Deliveries deliveries;
    private final Once once;

    TestsController(TestEvents events, Deliveries deliveries, Once once) {
        this.events = events;
        this.deliveries = deliveries;
        this.once = once;
    }

    @PostMapping("/api/v1/webhook-endpoints/{id}/test")
    @Needs(Scope.WEBHOOKS)
    ResponseEntity<String> send(Call call, @PathVariable UUID id) {
        return once.inTransaction(call, null, () -> {
            UUID delivery = told(() -> events.send(call.accountId(), id, events.sampleData()));
            return Answer.accepted(
                    DeliveryView.of(deliveries.find(call.accountId(), delivery).orElseThrow()),
                    "/api/v1/deliveries/" + delivery);
        });
    }
}

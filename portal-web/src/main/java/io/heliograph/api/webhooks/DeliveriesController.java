package io.heliograph.api.webhooks;

import static io.heliograph.api.webhooks.WebhookMistakes.told;

import io.heliograph.api.Answer;
import io.heliograph.api.ApiException;
import io.heliograph.api.ApiResource;
import io.heliograph.api.Call;
import io.heliograph.api.Needs;
import io.heliograph.api.Once;
import io.heliograph.credentials.Scope;
import io.heliograph.webhooks.Deliveries;
import io.heliograph.webhooks.DeliveryPage;
import io.heliograph.webhooks.Replays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** {@code /deliveries}: what was delivered and what was tried; one of them again. */
@ApiResource
@RequestMapping("/api/v1/deliveries")
@Needs(Scope.WEBHOOKS)
class DeliveriesController {

    private final Deliveries deliveries;
    private final Replays replays;
    private final Once once;

    DeliveriesController(Deliveries deliveries, Replays replays, Once once) {
        this.deliveries = deliveries;
        this.replays = replays;
        this.once = once;
    }

    @GetMapping
    DeliveryList list(Call call, @ModelAttribute DeliveryQuery query) {
        DeliveryPage page = deliveries.page(call.accountId(), query.filter(), query.cursor(), query.size());
        return new DeliveryList(page.lines().stream().map(DeliveryView::of).toList(), page.next());
    }

    @GetMapping("/{id}")
    DeliveryView read(Call call, @PathVariable UUID id) {
        return deliveries
                .find(call.accountId(), id)
                .map(DeliveryView::of)
                .orElseThrow(() -> ApiException.notFound("delivery"));
    }

    @PostMapping("/{id}/replay")
    ResponseEntity<String> replay(Call call, @PathVariable UUID id) {
        return once.inTransaction(call, null, () -> {
            told(() -> {
                replays.one(call.accountId(), id);
                return id;
            });
            return Answer.accepted(read(call, id), "/api/v1/deliveries/" + id);
        });
    }

    /** Deliveries, newest first. */
    record DeliveryList(List<DeliveryView> data, @Nullable UUID next) {}
}

package io.heliograph.api.webhooks;

import static io.heliograph.api.webhooks.WebhookMistakes.told;

import io.heliograph.api.Answer;
import io.heliograph.api.ApiException;
import io.heliograph.api.ApiResource;
import io.heliograph.api.Body;
import io.heliograph.api.Call;
import io.heliograph.api.Needs;
import io.heliograph.api.Once;
import io.heliograph.credentials.Scope;
import io.heliograph.webhooks.Replay;
import io.heliograph.webhooks.Replays;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** {@code /replays}: a range of deliveries made again in the background. */
@ApiResource
@RequestMapping("/api/v1/replays")
@Needs(Scope.WEBHOOKS)
class ReplaysController {

    private final Replays replays;
    private final Once once;

    ReplaysController(Replays replays, Once once) {
        this.replays = replays;
        this.once = once;
    }

    @PostMapping
    ResponseEntity<String> start(Call call, @Body ReplayRequest request) {
        return once.inTransaction(call, request, () -> {
            Replay replay = told(() -> replays.start(call.accountId(), request.scope()));
            return Answer.accepted(ReplayView.of(replay), "/api/v1/replays/" + replay.id());
        });
    }

    @GetMapping("/{id}")
    ReplayView read(Call call, @PathVariable UUID id) {
        return replays.find(call.accountId(), id)
                .map(ReplayView::of)
                .orElseThrow(() -> ApiException.notFound("replay"));
    }

    /**
     * A replay with its progress.
     *
     * @param total how many there were when it was asked for
     * @param queued how many of them are queued so far
     */
    record ReplayView(
            UUID id,
            UUID endpointId,
            boolean failedOnly,
            Instant since,
            int total,
            int queued,
            Instant createdAt,
            @Nullable Instant finishedAt) {

        static ReplayView of(Replay replay) {
            return new ReplayView(
                    replay.id(),
                    replay.endpointId(),
                    replay.failedOnly(),
                    replay.since(),
                    replay.total(),
                    replay.queued(),
                    replay.createdAt(),
                    replay.finishedAt());
        }
    }
}

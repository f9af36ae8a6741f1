package io.heliograph.portal.messages;

import io.heliograph.portal.Fmt;
import io.heliograph.portal.Tone;
import io.heliograph.portal.Words;
import io.heliograph.webhooks.DeliveryLine;
import io.heliograph.webhooks.Endpoints;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What webhooks were told of a message, for its timeline. */
@Component
class HookMoments {

    private final Endpoints endpoints;
    private final Fmt fmt;
    private final Words words;

    HookMoments(Endpoints endpoints, Fmt fmt, Words words) {
        this.endpoints = endpoints;
        this.fmt = fmt;
        this.words = words;
    }

    /** @param linked whether the reader may open it */
    Moment of(DeliveryLine hook, UUID tenantId, boolean linked) {
        String host = endpoints
                .find(tenantId, hook.endpointId())
                .map(endpoint -> URI.create(endpoint.url()).getHost())
                .orElseGet(() -> words.of("timeline.hook.gone"));
        String answer = hook.lastStatus() != null
                ? words.of("timeline.hook.answer", hook.lastStatus())
                : hook.lastError() == null ? words.of("timeline.hook.none") : hook.lastError();
        Moment moment =
                switch (hook.state()) {
                    case PENDING ->
                        new Moment(
                                hook.createdAt(), "timeline.hook.pending", List.of(host), null, "webhook", Tone.OPEN);
                    case RETRYING ->
                        new Moment(
                                hook.stateAt(),
                                "timeline.hook.retrying",
                                List.of(host, answer, next(hook)),
                                null,
                                "webhook",
                                Tone.DOUBT);
                    case DELIVERED ->
                        new Moment(
                                hook.stateAt(),
                                "timeline.hook.delivered",
                                List.of(host, answer),
                                null,
                                "webhook",
                                Tone.GOOD);
                    case FAILED ->
                        new Moment(
                                hook.stateAt(),
                                "timeline.hook.failed",
                                List.of(host, answer),
                                null,
                                "webhook",
                                Tone.BAD);
                    case CANCELLED ->
                        new Moment(
                                hook.stateAt(), "timeline.hook.cancelled", List.of(host), null, "webhook", Tone.IDLE);
                };
        return linked ? moment.linkedTo("/webhooks/deliveries/" + hook.id()) : moment;
    }

    private String next(DeliveryLine hook) {
        return hook.nextTryAt() == null ? "" : fmt.time(hook.nextTryAt());
    }
}

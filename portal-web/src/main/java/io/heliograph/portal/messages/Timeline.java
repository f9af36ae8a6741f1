package io.heliograph.portal.messages;

import io.heliograph.ledger.Credits;
import io.heliograph.messages.Message;
import io.heliograph.messages.MessageState;
import io.heliograph.messages.Messages;
import io.heliograph.messages.Step;
import io.heliograph.portal.Fmt;
import io.heliograph.portal.Tone;
import io.heliograph.portal.Words;
import io.heliograph.reports.Report;
import io.heliograph.reports.Reports;
import io.heliograph.tenants.User;
import io.heliograph.tenants.Users;
import io.heliograph.webhooks.Deliveries;
import io.heliograph.webhooks.DeliveryLine;
import io.heliograph.webhooks.Endpoints;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All that happened to a message, from all who know of it, oldest first. */
@Component
class Timeline {

    private final Messages messages;
    private final Reports reports;
    private final Deliveries deliveries;
    private final Endpoints endpoints;
    private final Users users;
    private final Fmt fmt;
    private final Words words;

    Timeline(
            Messages messages,
            Reports reports,
            Deliveries deliveries,
            Endpoints endpoints,
            Users users,
            Fmt fmt,
            Words words) {
        this.messages = messages;
        this.reports = reports;
        this.deliveries = deliveries;
        this.endpoints = endpoints;
        this.users = users;
        this.fmt = fmt;
        this.words = words;
    }

    /**
     * The steps of a message.
     *
     * @param hooks what its owner's webhooks were told
     * @param linked whether the reader may open those
     */
    List<Moment> of(Message message, List<DeliveryLine> hooks, boolean linked) {
        List<Moment> moments = new ArrayList<>();
        moments.add(accepted(message));
        messages.steps(message.tenantId(), message.id()).forEach(step -> moments.add(step(step)));
        if (message.submittedAt() != null) {
            moments.add(
                    new Moment(message.submittedAt(), "timeline.submitted", List.of(), null, "arrow-up", Tone.OPEN));
        }
        reports.of(message.tenantId(), message.id()).forEach(report -> moments.add(report(report, message)));
        hooks.forEach(hook -> moments.add(hook(hook, message.tenantId(), linked)));
        moments.sort(Comparator.comparing(Moment::at));
        if (message.state() == MessageState.QUEUED || message.state() == MessageState.SUBMITTING) {
            moments.add(now(message, moments.getLast().at()));
        }
        return withGaps(moments);
    }

    /** Its webhooks' deliveries, oldest first. */
    List<DeliveryLine> hooks(Message message) {
        return deliveries.forMessage(message.tenantId(), message.id());
    }

    /** The raw reports about a message, for its technical details. */
    List<Report> reports(Message message) {
        return reports.of(message.tenantId(), message.id());
    }

    private Moment accepted(Message message) {
        return new Moment(
                message.acceptedAt(),
                "timeline.accepted",
                List.of(words.of("message.channel." + message.channel()), fmt.inCredits(message.price())),
                null,
                "plus",
                Tone.IDLE);
    }

    private Moment step(Step step) {
        String detail = step.detail() == null ? "" : step.detail();
        return switch (step.kind()) {
            case TRY_FAILED ->
                new Moment(step.at(), "timeline.try", List.of(tryFailed(detail)), null, "refresh", Tone.DOUBT);
            case SENT_ALONE -> new Moment(step.at(), "timeline.alone", List.of(), null, "refresh", Tone.OPEN);
            case REFUSED ->
                new Moment(
                        step.at(),
                        "timeline.refused",
                        List.of(words.of("message.reason." + Reason.ofRefusal(detail) + ".short")),
                        null,
                        "ban",
                        Tone.BAD);
            case UNCERTAIN ->
                new Moment(
                        step.at(), "timeline.uncertain", List.of(), "timeline.uncertain.more", "question", Tone.DOUBT);
            case UNKNOWN ->
                new Moment(step.at(), "timeline.unknown", List.of(), "timeline.unknown.more", "question", Tone.DOUBT);
            case CANCELLED ->
                new Moment(step.at(), "timeline.cancelled", List.of(actor(step.actorId())), null, "square", Tone.IDLE);
            case REFUNDED ->
                new Moment(
                        step.at(),
                        "timeline.refunded",
                        List.of(fmt.inCredits(step.credits() == null ? Credits.ZERO : step.credits())),
                        null,
                        "undo",
                        Tone.GOOD);
        };
    }

    private String tryFailed(String detail) {
        return switch (detail) {
            case "0000" -> words.of("timeline.try.busy");
            case "00", "0020", "held back" -> words.of("timeline.try.held");
            default -> words.of("timeline.try.unreached");
        };
    }

    private String actor(@Nullable UUID actorId) {
        return actorId == null
                ? words.of("timeline.somebody")
                : users.find(actorId).map(User::name).orElseGet(() -> words.of("timeline.somebody"));
    }

    private Moment report(Report report, Message message) {
        String said = ReportWords.key(report.response());
        String state = words.of(said.isEmpty() ? "report.other" : said, report.response());
        boolean good = said.equals("report.DELIVRD");
        return switch (report.outcome()) {
            case APPLIED ->
                new Moment(
                        report.receivedAt(),
                        "timeline.report",
                        List.of(state),
                        good ? "timeline.report.delivered" : null,
                        good ? "check" : said.equals("report.EXPIRED") ? "hourglass" : "cross",
                        good ? Tone.GOOD : Tone.BAD);
            case REPEATED -> ignored(report, "timeline.report.repeated", state, message);
            case CONTRADICTED -> ignored(report, "timeline.report.contradicted", state, message);
            case NOTED, UNMATCHED, UNREADABLE -> ignored(report, "timeline.report.noted", state, message);
            case PENDING -> ignored(report, "timeline.report.pending", state, message);
        };
    }

    private Moment ignored(Report report, String key, String state, Message message) {
        return new Moment(
                report.receivedAt(),
                key,
                List.of(state, words.of("message.state." + message.state())),
                null,
                "dash",
                Tone.IDLE);
    }

    private Moment hook(DeliveryLine hook, UUID tenantId, boolean linked) {
        String host = endpoints
                .get(tenantId, hook.endpointId())
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

    private static Moment now(Message message, Instant last) {
        boolean queued = message.state() == MessageState.QUEUED;
        return new Moment(
                message.stateAt().isBefore(last) ? last : message.stateAt(),
                queued ? "timeline.waiting" : "timeline.sending",
                queued ? List.of() : List.of(Integer.toString(message.tries())),
                null,
                queued ? "clock" : "arrow",
                Tone.OPEN);
    }

    private static List<Moment> withGaps(List<Moment> moments) {
        List<Moment> gapped = new ArrayList<>();
        gapped.add(moments.getFirst());
        for (int i = 1; i < moments.size(); i++) {
            gapped.add(moments.get(i).after(moments.get(i - 1).at()));
        }
        return gapped;
    }
}

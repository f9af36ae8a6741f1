package io.heliograph.portal.messages;

import io.heliograph.messages.Message;
import io.heliograph.messages.MessageState;
import io.heliograph.messages.Messages;
import io.heliograph.reports.Report;
import io.heliograph.reports.Reports;
import io.heliograph.webhooks.Deliveries;
import io.heliograph.webhooks.DeliveryLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** All that happened to a message, from all who know of it, oldest first. */
@Component
class Timeline {

    private final Messages messages;
    private final Reports reports;
    private final Deliveries deliveries;
    private final StepMoments ofSteps;
    private final ReportMoments ofReports;
    private final HookMoments ofHooks;

    Timeline(
            Messages messages,
            Reports reports,
            Deliveries deliveries,
            StepMoments ofSteps,
            ReportMoments ofReports,
            HookMoments ofHooks) {
        this.messages = messages;
        this.reports = reports;
        this.deliveries = deliveries;
        this.ofSteps = ofSteps;
        this.ofReports = ofReports;
        this.ofHooks = ofHooks;
    }

    /**
     * The steps of a message.
     *
     * @param hooks what its owner's webhooks were told
     * @param linked whether the reader may open those
     */
    List<Moment> of(Message message, List<DeliveryLine> hooks, boolean linked) {
        List<Moment> moments = new ArrayList<>();
        moments.add(ofSteps.accepted(message));
        messages.steps(message.tenantId(), message.id()).forEach(step -> moments.add(ofSteps.of(step)));
        if (message.submittedAt() != null) {
            moments.add(StepMoments.submitted(message.submittedAt()));
        }
        reports.of(message.tenantId(), message.id()).forEach(report -> moments.add(ofReports.of(report, message)));
        hooks.forEach(hook -> moments.add(ofHooks.of(hook, message.tenantId(), linked)));
        moments.sort(Comparator.comparing(Moment::at));
        if (message.state() == MessageState.QUEUED || message.state() == MessageState.SUBMITTING) {
            moments.add(StepMoments.now(message, moments.getLast().at()));
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

    private static List<Moment> withGaps(List<Moment> moments) {
        List<Moment> gapped = new ArrayList<>();
        gapped.add(moments.getFirst());
        for (int i = 1; i < moments.size(); i++) {
            gapped.add(moments.get(i).after(moments.get(i - 1).at()));
        }
        return gapped;
    }
}

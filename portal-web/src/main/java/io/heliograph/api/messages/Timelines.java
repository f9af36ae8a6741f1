package io.heliograph.api.messages;

import io.heliograph.api.Words;
import io.heliograph.ledger.Credits;
import io.heliograph.messages.Message;
import io.heliograph.messages.Messages;
import io.heliograph.messages.Step;
import io.heliograph.messages.StepKind;
import io.heliograph.reports.Reports;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** All that happened to a message, oldest first. */
@Component
class Timelines {

    private final Messages messages;
    private final Reports reports;

    Timelines(Messages messages, Reports reports) {
        this.messages = messages;
        this.reports = reports;
    }

    List<Moment> of(Message message) {
        List<Moment> moments = new ArrayList<>();
        moments.add(new Moment(message.acceptedAt(), "accepted", null, message.price()));
        messages.steps(message.tenantId(), message.id()).forEach(step -> moments.add(moment(step)));
        if (message.submittedAt() != null) {
            moments.add(new Moment(message.submittedAt(), "submitted", null, null));
        }
        reports.of(message.tenantId(), message.id())
                .forEach(report -> moments.add(new Moment(report.receivedAt(), "report", report.response(), null)));
        moments.sort(Comparator.comparing(Moment::at));
        return moments;
    }

    private static Moment moment(Step step) {
        Credits credits = step.credits();
        String detail =
                step.kind() == StepKind.REFUSED && step.detail() != null ? MessageView.reasonOf(step.detail()) : null;
        return new Moment(step.at(), Words.of(step.kind()), detail, credits);
    }
}

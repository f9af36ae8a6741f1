package io.heliograph.portal.messages;

import io.heliograph.messages.Message;
import io.heliograph.portal.Tone;
import io.heliograph.portal.Words;
import io.heliograph.reports.Report;
import java.util.List;
import org.springframework.stereotype.Component;

/** What delivery reports said of a message, for its timeline. */
@Component
class ReportMoments {

    private final Words words;

    ReportMoments(Words words) {
        this.words = words;
    }

    Moment of(Report report, Message message) {
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
}

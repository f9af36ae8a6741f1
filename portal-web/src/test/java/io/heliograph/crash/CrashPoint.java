package io.heliograph.crash;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Moments in the life of a message at which something is killed; all are seen from outside, on the wires. */
enum CrashPoint {
    /** In the middle of the transaction that accepts. */
    ACCEPTING(Step.ACCEPT, Moment.IN_THE_MIDDLE),
    ACCEPT_BEFORE_COMMIT(Step.ACCEPT, Moment.BEFORE_COMMIT),
    /** The commit is done, and the portal does not know it yet. */
    ACCEPT_AFTER_COMMIT(Step.ACCEPT, Moment.AFTER_COMMIT),
    CLAIM_BEFORE_COMMIT(Step.CLAIM, Moment.BEFORE_COMMIT),
    /** Between the commit of {@code SUBMITTING} and the request. */
    CLAIM_AFTER_COMMIT(Step.CLAIM, Moment.AFTER_COMMIT),
    /** 1s2u has the request, and its answer is on the wire. */
    REQUEST_SEEN(Step.SUBMIT, Moment.IN_THE_MIDDLE),
    /** 1s2u's answer is with the portal, which has not recorded it. */
    REQUEST_ANSWERED(Step.SUBMIT, Moment.AFTER_COMMIT),
    RECORD_BEFORE_COMMIT(Step.RECORD, Moment.BEFORE_COMMIT),
    RECORD_AFTER_COMMIT(Step.RECORD, Moment.AFTER_COMMIT),
    /** In the middle of a batch of delivery reports. */
    REPORTING(Step.REPORT, Moment.IN_THE_MIDDLE),
    REPORT_BEFORE_COMMIT(Step.REPORT, Moment.BEFORE_COMMIT),
    REPORT_AFTER_COMMIT(Step.REPORT, Moment.AFTER_COMMIT),
    APPLY_BEFORE_COMMIT(Step.APPLY, Moment.BEFORE_COMMIT),
    APPLY_AFTER_COMMIT(Step.APPLY, Moment.AFTER_COMMIT),
    /** The receiver has the webhook, and its answer is on the wire. */
    WEBHOOK_SEEN(Step.HOOK, Moment.IN_THE_MIDDLE),
    WEBHOOK_ANSWERED(Step.HOOK, Moment.AFTER_COMMIT),
    WEBHOOK_BEFORE_COMMIT(Step.HOOK_RECORD, Moment.BEFORE_COMMIT),
    WEBHOOK_AFTER_COMMIT(Step.HOOK_RECORD, Moment.AFTER_COMMIT);

    private final Step step;
    private final Moment moment;

    CrashPoint(Step step, Moment moment) {
        this.step = step;
        this.moment = moment;
    }

    /** The point at this moment of this step, if it has one. */
    static Optional<CrashPoint> of(Step step, Moment moment) {
        return Arrays.stream(values())
                .filter(point -> point.step == step && point.moment == moment)
                .findFirst();
    }

    /** When in a step. */
    enum Moment {
        IN_THE_MIDDLE,
        BEFORE_COMMIT,
        AFTER_COMMIT
    }

    /** What the portal does; the steps in the database are known by a statement that only they make. */
    enum Step {
        ACCEPT("messages_submission", "(?i)INSERT\\s+INTO\\s+messages_submission\\b"),
        CLAIM("SUBMITTING", "(?i)\\bSET\\s+e\\.phase\\s*=\\s*'SUBMITTING'"),
        RECORD("dispatch_entry", "(?is)\\bDELETE\\s+e\\s+FROM\\b.*\\bdispatch_entry\\b"),
        REPORT("reports_report", "(?i)INSERT\\s+INTO\\s+reports_report\\b"),
        APPLY("webhooks_event", "(?i)INSERT\\s+INTO\\s+webhooks_event\\b"),
        HOOK_RECORD("webhooks_attempt", "(?i)INSERT\\s+INTO\\s+webhooks_attempt\\b"),
        SUBMIT("", ""),
        HOOK("", "");

        private final String word;
        private final Pattern statement;

        /** A word is found sooner than a pattern, and most statements have neither. */
        Step(String word, String statement) {
            this.word = word;
            this.statement = Pattern.compile(statement);
        }

        /** The steps that this text of statements belongs to. */
        static List<Step> in(String statements) {
            return Arrays.stream(values())
                    .filter(step -> !step.word.isEmpty() && statements.contains(step.word))
                    .filter(step -> step.statement.matcher(statements).find())
                    .toList();
        }
    }
}

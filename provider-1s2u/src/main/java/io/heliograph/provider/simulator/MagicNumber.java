package io.heliograph.provider.simulator;

import io.heliograph.provider.ReportedState;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What a number's last four digits decide. */
public enum MagicNumber {
    UNDELIVERED("0001"),
    EXPIRED("0002"),
    REFUSED_NUMBER("0003"),
    REFUSED_NETWORK("0004"),
    /** {@code 0000} twice, then sent. */
    UNAVAILABLE_TWICE("0005"),
    /** No answer, the report comes. */
    SILENT("0006"),
    /** No answer, no report. */
    SILENT_FOR_GOOD("0007"),
    REPORTED_THREE_TIMES("0008"),
    REPORTED_BEFORE_THE_ANSWER("0009"),
    /** DELIVRD after UNDELIV. */
    DELIVERED_AFTER_ALL("0010"),
    REPORTED_LATE("0011"),
    /** Every other number: delivered. */
    ORDINARY("");

    private static final Duration BETWEEN_REPEATED = Duration.ofMillis(100);

    private final String lastDigits;

    MagicNumber(String lastDigits) {
        this.lastDigits = lastDigits;
    }

    /** A report that is to come, so long after the answer. */
    record Planned(ReportedState state, Duration after) {}

    static MagicNumber of(String msisdn) {
        return Stream.of(values())
                .filter(magic -> msisdn.endsWith(magic.lastDigits))
                .findFirst()
                .orElseThrow();
    }

    boolean isSilent() {
        return this == SILENT || this == SILENT_FOR_GOOD;
    }

    List<Planned> reports(SimulatorOptions.Timing timing) {
        Planned delivered = new Planned(ReportedState.DELIVRD, timing.report());
        return switch (this) {
            case UNDELIVERED -> List.of(new Planned(ReportedState.UNDELIV, timing.report()));
            case EXPIRED -> List.of(new Planned(ReportedState.EXPIRED, timing.report()));
            case REFUSED_NUMBER, REFUSED_NETWORK, SILENT_FOR_GOOD, REPORTED_BEFORE_THE_ANSWER -> List.of();
            case UNAVAILABLE_TWICE, SILENT, ORDINARY -> List.of(delivered);
            case REPORTED_THREE_TIMES ->
                List.of(
                        delivered,
                        new Planned(ReportedState.DELIVRD, timing.report().plus(BETWEEN_REPEATED)),
                        new Planned(ReportedState.DELIVRD, timing.report().plus(BETWEEN_REPEATED.multipliedBy(2))));
            case DELIVERED_AFTER_ALL ->
                List.of(
                        new Planned(ReportedState.UNDELIV, timing.report()),
                        new Planned(ReportedState.DELIVRD, timing.report().multipliedBy(2)));
            case REPORTED_LATE -> List.of(new Planned(ReportedState.DELIVRD, timing.lateReport()));
        };
    }
}

package io.heliograph.provider.simulator;

import java.util.List;

/** What becomes of a submission. */
sealed interface Verdict {

    /** Nothing is charged and nothing is sent. */
    record Refused(String code) implements Verdict {}

    /** Charged and sent, in the order of the numbers. */
    record Taken(List<SentMessage> messages) implements Verdict {}
}

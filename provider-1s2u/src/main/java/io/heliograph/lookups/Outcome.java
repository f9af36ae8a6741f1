package io.heliograph.lookups;

import java.time.Duration;

/** What becomes of one lookup after a request. */
sealed interface Outcome {

    /** It is answered, and paid for. */
    record Answered(EarlierAnswer answer) implements Outcome {}

    /**
     * It is asked again after a pause.
     *
     * @param alone whether in a request of its own
     * @param counts whether this was one of the few tries that it has
     */
    record Back(Duration pause, boolean alone, boolean counts) implements Outcome {}

    /** It will never be answered: refunded. */
    record Failed(String reason) implements Outcome {}
}

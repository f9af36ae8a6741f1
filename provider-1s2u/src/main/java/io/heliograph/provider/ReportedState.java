package io.heliograph.provider;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a delivery report says of a message, by its name on the wire (contract D2). */
public enum ReportedState {
    DELIVRD(true),
    UNDELIV(true),
    EXPIRED(true),
    REJECTD(true),
    DELETED(true),
    ACCEPTD(false),
    ENROUTE(false),
    UNKNOWN(false);

    private final boolean isFinal;

    ReportedState(boolean isFinal) {
        this.isFinal = isFinal;
    }

    /** Whether no other state can follow. */
    public boolean isFinal() {
        return isFinal;
    }

    /** The state that {@code response} names, in any case; empty for a value that is not in the SMPP set. */
    public static Optional<ReportedState> of(String response) {
        String name = response.strip().toUpperCase(Locale.ROOT);
        return Stream.of(values()).filter(state -> state.name().equals(name)).findFirst();
    }
}

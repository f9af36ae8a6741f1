package io.heliograph.portal.lookups;

import io.heliograph.lookups.LookupCounts;
import io.heliograph.lookups.LookupFilter;
import io.heliograph.lookups.LookupState;
import io.heliograph.lookups.NumberStatus;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What of a job is shown, each a door with its count; all but {@link #ALL} are apart and together all numbers. */
public enum Show {
    ALL(Set.of(), null),
    WAITING(EnumSet.of(LookupState.WAITING, LookupState.ASKING), null),
    ACTIVE(EnumSet.of(LookupState.ANSWERED), NumberStatus.ACTIVE),
    SWITCHED_OFF(EnumSet.of(LookupState.ANSWERED), NumberStatus.SWITCHED_OFF),
    NO_MESSAGES(EnumSet.of(LookupState.ANSWERED), NumberStatus.NO_MESSAGES),
    NOT_IN_USE(EnumSet.of(LookupState.ANSWERED), NumberStatus.NOT_IN_USE),
    UNCLEAR(EnumSet.of(LookupState.ANSWERED), NumberStatus.UNCLEAR),
    RETURNED(EnumSet.of(LookupState.FAILED, LookupState.CANCELLED), null);

    private final Set<LookupState> states;
    private final @Nullable NumberStatus status;

    Show(Set<LookupState> states, @Nullable NumberStatus status) {
        this.states = states;
        this.status = status;
    }

    /** What is named in an address; all for anything else. */
    static Show of(@Nullable String word) {
        return find(word).orElse(ALL);
    }

    private static Optional<Show> find(@Nullable String word) {
        return Stream.of(values()).filter(show -> show.word().equals(word)).findFirst();
    }

    /** How it is called in addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    LookupFilter filter(@Nullable String startsWith) {
        return new LookupFilter(states, status, startsWith);
    }

    int count(LookupCounts counts) {
        return switch (this) {
            case ALL -> counts.total();
            case WAITING -> counts.waiting() + counts.asking();
            case RETURNED -> counts.failed() + counts.cancelled();
            case ACTIVE, SWITCHED_OFF, NO_MESSAGES, NOT_IN_USE, UNCLEAR ->
                counts.answered(NumberStatus.valueOf(name()));
        };
    }

    /** The end of its CSS class. */
    String css() {
        return switch (this) {
            case ACTIVE -> "door-good";
            case NO_MESSAGES, NOT_IN_USE -> "door-bad";
            case SWITCHED_OFF -> "door-doubt";
            case ALL, WAITING, UNCLEAR, RETURNED -> "";
        };
    }
}

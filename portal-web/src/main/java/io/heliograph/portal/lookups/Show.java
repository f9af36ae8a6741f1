package io.heliograph.portal.lookups;

import io.heliograph.lookups.LookupCounts;
import io.heliograph.lookups.LookupFilter;
import io.heliograph.lookups.LookupState;
import io.heliograph.lookups.NumberStatus;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What of a job is shown, each a door with its count; all but {@link #ALL} are apart and together all numbers. */
public enum Show {
    ALL,
    WAITING,
    ACTIVE,
    SWITCHED_OFF,
    NO_MESSAGES,
    NOT_IN_USE,
    UNCLEAR,
    RETURNED;

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
        return switch (this) {
            case ALL -> new LookupFilter(Set.of(), null, startsWith);
            case WAITING -> new LookupFilter(Set.of(LookupState.WAITING, LookupState.ASKING), null, startsWith);
            case RETURNED -> new LookupFilter(Set.of(LookupState.FAILED, LookupState.CANCELLED), null, startsWith);
            case ACTIVE, SWITCHED_OFF, NO_MESSAGES, NOT_IN_USE, UNCLEAR ->
                new LookupFilter(Set.of(LookupState.ANSWERED), NumberStatus.valueOf(name()), startsWith);
        };
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

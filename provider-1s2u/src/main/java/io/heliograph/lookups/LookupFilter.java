package io.heliograph.lookups;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which lookups of a job are wanted.
 *
 * @param states only those in one of these states; empty for any
 * @param status only answers that say this; null for any
 * @param startsWith only numbers that start with these digits; null for any
 */
public record LookupFilter(
        Set<LookupState> states,
        @Nullable NumberStatus status,
        @Nullable String startsWith) {

    /** All lookups of a job. */
    public static final LookupFilter ALL = new LookupFilter(Set.of(), null, null);

    public LookupFilter {
        states = Set.copyOf(states);
    }

    /** Answers that say this. */
    public static LookupFilter of(NumberStatus status) {
        return new LookupFilter(Set.of(LookupState.ANSWERED), status, null);
    }
}

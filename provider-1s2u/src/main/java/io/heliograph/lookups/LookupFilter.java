package io.heliograph.lookups;

import org.jspecify.annotations.Nullable;

/**
 * Which lookups of a job are wanted.
 *
 * @param state only those in this state; null for any
 * @param status only answers that say this; null for any
 * @param startsWith only numbers that start with these digits; null for any
 */
public record LookupFilter(
        @Nullable LookupState state,
        @Nullable NumberStatus status,
        @Nullable String startsWith) {

    /** All lookups of a job. */
    public static final LookupFilter ALL = new LookupFilter(null, null, null);

    /** Answers that say this. */
    public static LookupFilter of(NumberStatus status) {
        return new LookupFilter(LookupState.ANSWERED, status, null);
    }
}

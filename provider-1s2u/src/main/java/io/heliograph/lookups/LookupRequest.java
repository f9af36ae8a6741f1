package io.heliograph.lookups;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a customer asks to be looked up, as it came.
 *
 * @param name what the job is called, such as its file's name; cut after 120 characters
 * @param msisdns digits of E.164 (contract S4); repeated ones are looked up once
 * @param reuse how old an earlier answer may be that is given again and not charged, 0 to {@link #LONGEST_REUSE}; null for
 *     what the customer has set
 * @param idempotencyKey the caller's, at most 128 characters; the same key again gives the first answer
 */
public record LookupRequest(
        UUID tenantId,
        LookupChannel channel,
        @Nullable UUID credentialId,
        @Nullable UUID userId,
        String name,
        List<String> msisdns,
        @Nullable Duration reuse,
        @Nullable String idempotencyKey) {

    /** The most numbers that a job may have. */
    public static final int MOST_NUMBERS = 100_000;

    /** The longest that an answer may be given again. */
    public static final Duration LONGEST_REUSE = Duration.ofDays(90);

    static final int LONGEST_KEY = 128;
    static final int LONGEST_NAME = 120;

    public LookupRequest {
        name = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        msisdns = List.copyOf(msisdns);
        if (reuse != null && (reuse.isNegative() || reuse.compareTo(LONGEST_REUSE) > 0)) {
            throw new IllegalArgumentException("Answers are given again for 0 to " + LONGEST_REUSE + ", not " + reuse);
        }
        if (idempotencyKey != null && (idempotencyKey.isEmpty() || idempotencyKey.length() > LONGEST_KEY)) {
            throw new IllegalArgumentException("An idempotency key has 1 to " + LONGEST_KEY + " characters");
        }
    }
}

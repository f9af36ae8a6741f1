package io.heliograph.lookups;

import java.util.Map;

/**
 * How many numbers of a job are where; {@code waiting}, {@code asking}, {@code failed}, {@code cancelled} and all of
 * {@code answered} add up to the total.
 *
 * @param answered by what the answers say; a status without any is left out
 * @param reused how many of the answered were given again and not charged
 */
public record LookupCounts(
        int waiting, int asking, Map<NumberStatus, Integer> answered, int reused, int failed, int cancelled) {

    public LookupCounts {
        answered = Map.copyOf(answered);
    }

    /** How many answers say this. */
    public int answered(NumberStatus status) {
        return answered.getOrDefault(status, 0);
    }

    /** How many have an answer. */
    public int answeredInAll() {
        return answered.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many change no more. */
    public int settled() {
        return answeredInAll() + failed + cancelled;
    }

    public int total() {
        return waiting + asking + settled();
    }
}

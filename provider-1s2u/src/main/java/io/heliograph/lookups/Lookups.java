package io.heliograph.lookups;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Finds what jobs found out. A stranger's id finds nothing. */
public interface Lookups {

    /** The most lookups that {@link #page} gives at once. */
    int MOST_IN_A_PAGE = 1_000;

    /**
     * One page of a job, in the order of its numbers.
     *
     * @param after only lookups behind this position; 0 for the first page
     * @param limit 1 to {@link #MOST_IN_A_PAGE}
     */
    List<Lookup> page(UUID tenantId, UUID jobId, LookupFilter filter, int after, int limit);

    /** Gives every lookup of a job to {@code each}, in the order of its numbers, holding few of them in memory. */
    void each(UUID tenantId, UUID jobId, LookupFilter filter, Consumer<Lookup> each);

    /**
     * Waits until a job is settled.
     *
     * @return the job as it is when it is settled or the time is over; empty if there is none of this id
     */
    Optional<LookupJob> await(UUID tenantId, UUID jobId, Duration atMost);
}

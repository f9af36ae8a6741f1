package io.heliograph.lookups;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Finds what jobs found out. A stranger's id finds nothing. */
@Component
public class Lookups {

    /** The most lookups that {@link #page} gives at once. */
    public static final int MOST_IN_A_PAGE = 1_000;

    /** Another node may settle a job; this one says at once when it recorded something of it. */
    private static final Duration LOOKED_AGAIN_AFTER = Duration.ofMillis(200);

    private final LookupReads reads;
    private final JobRows jobs;
    private final EarlierAnswers earlier;
    private final LeftOutRows leftOut;
    private final OwnRows own;
    private final QueueRows queue;
    private final Settlements settlements;

    Lookups(
            LookupReads reads,
            JobRows jobs,
            EarlierAnswers earlier,
            LeftOutRows leftOut,
            OwnRows own,
            QueueRows queue,
            Settlements settlements) {
        this.reads = reads;
        this.jobs = jobs;
        this.earlier = earlier;
        this.leftOut = leftOut;
        this.own = own;
        this.queue = queue;
        this.settlements = settlements;
    }

    /**
     * One page of a job, in the order of its numbers.
     *
     * @param after only lookups behind this position; 0 for the first page
     * @param limit 1 to {@link #MOST_IN_A_PAGE}
     */
    public List<Lookup> page(UUID tenantId, UUID jobId, LookupFilter filter, int after, int limit) {
        return reads.page(tenantId, jobId, filter, after, Math.clamp(limit, 1, MOST_IN_A_PAGE));
    }

    /**
     * Gives every lookup of a job to {@code each}, in the order of its numbers, with the customer's own rows, holding few of
     * them in memory.
     */
    public void each(UUID tenantId, UUID jobId, LookupFilter filter, Consumer<FoundRow> each) {
        int after = 0;
        List<Lookup> page;
        do {
            page = page(tenantId, jobId, filter, after, MOST_IN_A_PAGE);
            if (!page.isEmpty()) {
                Map<Integer, List<List<String>>> rows = own.of(
                        tenantId, jobId, page.stream().map(Lookup::position).toList());
                page.forEach(
                        lookup -> each.accept(new FoundRow(lookup, rows.getOrDefault(lookup.position(), List.of()))));
            }
            after = page.isEmpty() ? after : page.getLast().position();
        } while (page.size() == MOST_IN_A_PAGE);
    }

    /**
     * Waits until a job is settled, whichever node settles it.
     *
     * @return the job as it is when it is settled or the time is over; empty if there is none of this id
     */
    public Optional<LookupJob> await(UUID tenantId, UUID jobId, Duration atMost) {
        try (Settlements.Waiter waiter = settlements.waiter(jobId)) {
            return await(waiter, tenantId, jobId, System.nanoTime() + atMost.toNanos());
        }
    }

    /** Whether the rest of a job waits, as something at the provider is wrong; it goes on by itself. */
    public boolean isHeld(LookupJob job) {
        return !job.isSettled() && queue.isHeld(job.tenantId(), job.id());
    }

    /** The names of the customer's own columns of a job, in order; none if it has none. */
    public List<String> ownHeadings(UUID tenantId, UUID jobId) {
        return own.headings(tenantId, jobId);
    }

    /** What was left out of a job when it was drafted, in the order of its places; 10,000 at most. */
    public List<LeftOut> leftOut(UUID tenantId, UUID jobId, int limit) {
        return leftOut.of(tenantId, jobId, limit);
    }

    /** How many were left out, counted to 10,000. */
    public int leftOutCount(UUID tenantId, UUID jobId) {
        return leftOut.count(tenantId, jobId);
    }

    /** How old an answer may be that a tenant is given again, at no charge; zero for none. */
    public Duration reuse(UUID tenantId) {
        return earlier.reuse(tenantId);
    }

    /**
     * Sets how old an answer may be that is given again, for jobs that are drafted or accepted from now on.
     *
     * @param reuse 0 to {@link LookupRequest#LONGEST_REUSE}
     */
    public void saveReuse(UUID tenantId, Duration reuse) {
        if (reuse.isNegative() || reuse.compareTo(LookupRequest.LONGEST_REUSE) > 0) {
            throw new IllegalArgumentException("Answers are given again for 0 to " + LookupRequest.LONGEST_REUSE);
        }
        earlier.saveReuse(tenantId, reuse);
    }

    /** Holds the lookups of these tenants until they are released. */
    public void hold(Collection<UUID> tenantIds) {
        queue.hold(tenantIds);
    }

    /** Lets the lookups of these tenants go on. */
    public void release(Collection<UUID> tenantIds) {
        queue.release(tenantIds);
    }

    private Optional<LookupJob> await(Settlements.Waiter waiter, UUID tenantId, UUID jobId, long endNanos) {
        while (true) {
            Optional<LookupJob> job = jobs.find(tenantId, jobId);
            Duration left = Duration.ofNanos(endNanos - System.nanoTime());
            if (job.isEmpty() || job.get().isSettled() || !left.isPositive()) {
                return job;
            }
            try {
                waiter.await(left.compareTo(LOOKED_AGAIN_AFTER) < 0 ? left : LOOKED_AGAIN_AFTER);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return job;
            }
        }
    }
}

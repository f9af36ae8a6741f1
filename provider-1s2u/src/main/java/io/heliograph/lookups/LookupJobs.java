package io.heliograph.lookups;

import io.heliograph.ledger.Credits;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The one way in for lookups. A stranger's id finds nothing and changes nothing. */
@Component
public class LookupJobs {

    /** As many drafts as a tenant may have at a time; one or two more where they come at the same moment. */
    public static final int MOST_DRAFTS = 50;

    /** The most jobs that {@link #page} gives at once. */
    public static final int MOST_IN_A_PAGE = 1_000;

    private final JobRows jobs;
    private final Drafts drafts;
    private final Acceptance acceptance;
    private final Stopping stopping;

    LookupJobs(JobRows jobs, Drafts drafts, Acceptance acceptance, Stopping stopping) {
        this.jobs = jobs;
        this.drafts = drafts;
        this.acceptance = acceptance;
        this.stopping = stopping;
    }

    /**
     * Checks, prices and charges a request and starts its job. When this returns {@link LookupResult.Accepted}, the job is
     * on disk and paid for by one charge. Whether the tenant may look up at all is the caller's question.
     */
    public LookupResult accept(LookupRequest request) {
        return acceptance.accept(request);
    }

    /**
     * Checks and prices a request and keeps it for a person to start, within a day; its idempotency key is not used.
     * Numbers without a price are left out. Of a tenant {@link #MOST_DRAFTS} are kept.
     *
     * @param leftOut what could not be read, to be shown beside the job
     * @param own what is given back beside the answers
     */
    public DraftResult draft(LookupRequest request, List<LeftOut> leftOut, OwnSheet own) {
        return acceptance.draft(request, leftOut, own);
    }

    /**
     * Charges a drafted job and starts it; of two calls one does.
     *
     * @param agreed the price that the person saw
     */
    public StartResult start(UUID tenantId, UUID jobId, Credits agreed) {
        return acceptance.start(tenantId, jobId, agreed);
    }

    /** Drops a draft. False if there is none of this id. */
    public boolean drop(UUID tenantId, UUID jobId) {
        return drafts.drop(tenantId, jobId);
    }

    /** Asks for nothing more until it is resumed; what is under way comes in. False if it does not run. */
    public boolean pause(UUID tenantId, UUID jobId) {
        return stopping.pause(tenantId, jobId);
    }

    /** Goes on. False if it is not paused. */
    public boolean resume(UUID tenantId, UUID jobId) {
        return stopping.resume(tenantId, jobId);
    }

    /**
     * Stops a job that runs or is paused: what was not asked yet is refunded, all before this returns; what is under way
     * comes in. False if it is over, or was never started.
     *
     * @param actorId who stops it
     */
    public boolean cancel(UUID tenantId, UUID jobId, @Nullable UUID actorId) {
        return stopping.cancel(tenantId, jobId, actorId);
    }

    /** The job of this id. */
    public Optional<LookupJob> find(UUID tenantId, UUID jobId) {
        return jobs.find(tenantId, jobId);
    }

    /**
     * Started jobs, newest first; those of {@link LookupChannel#HLR} are left out.
     *
     * @param before only jobs older than the one of this id; null for the newest
     * @param limit 1 to {@link #MOST_IN_A_PAGE}
     */
    public List<LookupJob> page(UUID tenantId, @Nullable UUID before, int limit) {
        return jobs.page(tenantId, before, Math.clamp(limit, 1, MOST_IN_A_PAGE));
    }
}

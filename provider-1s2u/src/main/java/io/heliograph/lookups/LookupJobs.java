package io.heliograph.lookups;

import io.heliograph.ledger.Credits;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The one way in for lookups. A stranger's id finds nothing and changes nothing. */
public interface LookupJobs {

    /** What a request would cost this tenant; numbers may repeat. */
    LookupQuote quote(LookupRequest request);

    /**
     * Checks, prices and charges a request and starts its job. When this returns {@link LookupResult.Accepted}, the job is
     * on disk and paid for by one charge. Whether the tenant may look up at all is the caller's question.
     */
    LookupResult accept(LookupRequest request);

    /** Checks and prices a request and keeps it for a person to start; its idempotency key is not used. */
    DraftResult draft(LookupRequest request);

    /**
     * Charges a drafted job and starts it; of two calls one does.
     *
     * @param agreed the price that the person saw
     * @param actorId who starts it
     */
    StartResult start(UUID tenantId, UUID jobId, Credits agreed, @Nullable UUID actorId);

    /** Drops a draft. False if there is none of this id. */
    boolean drop(UUID tenantId, UUID jobId);

    /** Asks for nothing more until it is resumed; what is under way comes in. False if it does not run. */
    boolean pause(UUID tenantId, UUID jobId);

    /** Goes on. False if it is not paused. */
    boolean resume(UUID tenantId, UUID jobId);

    /**
     * Stops a job that runs or is paused: what was not asked yet is refunded, all before this returns; what is under way
     * comes in. False if it is over, or was never started.
     *
     * @param actorId who stops it
     */
    boolean cancel(UUID tenantId, UUID jobId, @Nullable UUID actorId);

    /** The job of this id. */
    Optional<LookupJob> find(UUID tenantId, UUID jobId);

    /**
     * Started jobs, newest first.
     *
     * @param before only jobs older than the one of this id; null for the newest
     * @param limit 1 to 100
     */
    List<LookupJob> page(UUID tenantId, @Nullable UUID before, int limit);
}

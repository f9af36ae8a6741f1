package io.heliograph.lookups;

import io.heliograph.ledger.Ledger;
import io.heliograph.rates.Charges;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns a draft into a running job that is paid for: one transaction, whatever its size. */
@Component
class Starting {

    /** What is not asked by then is not asked any more, and refunded. */
    static final Duration LONGEST_RUN = Duration.ofDays(7);

    private final JobRows jobs;
    private final DraftRows rows;
    private final Pricing pricing;
    private final Metering metering;
    private final Ledger ledger;
    private final Clock clock;

    Starting(JobRows jobs, DraftRows rows, Pricing pricing, Metering metering, Ledger ledger, Clock clock) {
        this.jobs = jobs;
        this.rows = rows;
        this.pricing = pricing;
        this.metering = metering;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Charges and starts a draft in the caller's transaction.
     *
     * @param accountId the provider account by which it will be asked
     * @return the job; empty if it is no draft
     * @throws io.heliograph.ledger.InsufficientCreditsException if the wallet does not hold the price
     * @throws org.springframework.dao.DuplicateKeyException if the idempotency key was used
     */
    Optional<LookupJob> start(UUID tenantId, UUID jobId, UUID accountId, @Nullable String idempotencyKey) {
        Optional<LookupJob> draft = jobs.lock(tenantId, jobId).filter(job -> job.state() == LookupJobState.DRAFT);
        if (draft.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Tallies tallies = new Tallies(rows.tally(tenantId, jobId));
        List<Charges.Item> items = pricing.items(tenantId, tallies);
        jobs.start(
                tenantId,
                jobId,
                new JobRows.Start(
                        tallies.counts(),
                        pricing.total(tenantId, tallies),
                        accountId,
                        idempotencyKey,
                        now,
                        now.plus(LONGEST_RUN)));
        metering.started(draft.get(), now, tallies.all());
        LookupJob started = jobs.find(tenantId, jobId).orElseThrow();
        ledger.post(Charges.ofLookups(tenantId, jobId, items));
        return Optional.of(started);
    }
}

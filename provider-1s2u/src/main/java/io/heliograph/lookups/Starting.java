package io.heliograph.lookups;

import io.heliograph.ledger.Credits;
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
     * Charges and starts a draft in the caller's transaction, unless it is no draft or costs more than was agreed to: another
     * call may have priced it anew since.
     *
     * @param agreed what it may cost at the most
     * @param accountId the provider account by which it will be asked
     * @throws io.heliograph.ledger.InsufficientCreditsException if the wallet does not hold the price
     * @throws org.springframework.dao.DuplicateKeyException if the idempotency key was used
     */
    StartResult start(UUID tenantId, UUID jobId, Credits agreed, UUID accountId, @Nullable String idempotencyKey) {
        Optional<LookupJob> draft = jobs.lock(tenantId, jobId).filter(job -> job.state() == LookupJobState.DRAFT);
        if (draft.isEmpty()) {
            return new StartResult.NotADraft();
        }
        Instant now = clock.instant();
        Tallies tallies = new Tallies(rows.tally(tenantId, jobId));
        Credits price = pricing.total(tenantId, tallies);
        if (price.compareTo(agreed) > 0) {
            return new StartResult.PriceChanged(price);
        }
        List<Charges.Item> items = pricing.items(tenantId, tallies);
        jobs.start(
                tenantId,
                jobId,
                new JobRows.Start(tallies.counts(), price, accountId, idempotencyKey, now, now.plus(LONGEST_RUN)));
        metering.started(draft.get(), now, tallies.all());
        LookupJob started = jobs.find(tenantId, jobId).orElseThrow();
        ledger.post(Charges.ofLookups(tenantId, jobId, items));
        return new StartResult.Started(started);
    }
}

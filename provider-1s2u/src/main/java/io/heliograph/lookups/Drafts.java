package io.heliograph.lookups;

import io.heliograph.db.RowIds;
import io.heliograph.db.Transactions;
import io.heliograph.ledger.Credits;
import io.heliograph.lookups.DraftRows.Kept;
import io.heliograph.lookups.DraftRows.Repriced;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Jobs before they start: written in pieces, as a hundred thousand rows are too much for one transaction. */
@Component
class Drafts {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final int SWEPT_AT_ONCE = 20;

    private final JobRows jobs;
    private final DraftRows rows;
    private final LeftOutRows leftOut;
    private final OwnRows own;
    private final Pricing pricing;
    private final Transactions transactions;
    private final Clock clock;

    Drafts(
            JobRows jobs,
            DraftRows rows,
            LeftOutRows leftOut,
            OwnRows own,
            Pricing pricing,
            Transactions transactions,
            Clock clock) {
        this.jobs = jobs;
        this.rows = rows;
        this.leftOut = leftOut;
        this.own = own;
        this.pricing = pricing;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Writes a request with its prices. Not there, or not a draft, until all of it is written. */
    UUID write(LookupRequest request, String hash, Duration reuse, List<PricedNumber> numbers) {
        UUID tenantId = request.tenantId();
        UUID id = RowIds.next();
        transactions.run(() -> jobs.insert(request, id, hash, reuse, clock.instant()));
        for (int start = 0; start < numbers.size(); start += Pricing.AT_ONCE) {
            int first = start;
            List<PricedNumber> some = numbers.subList(first, Math.min(first + Pricing.AT_ONCE, numbers.size()));
            transactions.run(() -> rows.insert(tenantId, id, first + 1, some));
        }
        transactions.run(() -> drafted(tenantId, id));
        return id;
    }

    /** Keeps what could not be taken into a draft. */
    void keep(UUID tenantId, UUID id, List<LeftOut> left) {
        transactions.run(() -> leftOut.insert(tenantId, id, left));
    }

    /** Keeps the customer's own columns of a draft, in pieces. */
    void keep(UUID tenantId, UUID id, OwnSheet sheet, List<PricedNumber> numbers) {
        if (sheet.headings().isEmpty()) {
            return;
        }
        Map<String, Integer> positions = new HashMap<>();
        numbers.forEach(number -> positions.put(number.msisdn(), positions.size() + 1));
        transactions.run(() -> own.insertHeadings(tenantId, id, sheet.headings()));
        for (int start = 0; start < sheet.rows().size(); start += Pricing.AT_ONCE) {
            List<OwnRow> some = sheet.rows()
                    .subList(
                            start,
                            Math.min(start + Pricing.AT_ONCE, sheet.rows().size()));
            transactions.run(() -> own.insert(tenantId, id, some, positions));
        }
    }

    /**
     * What a draft costs now; where prices changed since it was written, or answers grew too old, it is changed too. Piece
     * by piece, and only while it is a draft: another call may start it meanwhile, and what is paid for is not changed.
     *
     * @return empty if it is none any more
     * @throws NoRouteException if a number has no price now
     */
    Optional<Credits> reprice(LookupJob draft) {
        List<Kept> kept = rows.after(draft.tenantId(), draft.id(), 0, Pricing.AT_ONCE);
        while (!kept.isEmpty()) {
            List<Repriced> changed = changed(kept, priced(draft, kept));
            if (!changed.isEmpty() && !write(draft, changed)) {
                return Optional.empty();
            }
            kept = rows.after(draft.tenantId(), draft.id(), kept.getLast().position(), Pricing.AT_ONCE);
        }
        return whileDraft(draft, () -> drafted(draft.tenantId(), draft.id()));
    }

    /** Removes a draft, or what was written of one. False if there is none of this id. */
    boolean drop(UUID tenantId, UUID id) {
        boolean isDraft = transactions.call(() -> jobs.find(tenantId, id)
                .filter(job -> job.state() == LookupJobState.STAGING
                        || jobs.move(tenantId, id, LookupJobState.DRAFT, LookupJobState.STAGING))
                .isPresent());
        if (!isDraft) {
            return false;
        }
        int deleted;
        do {
            deleted = transactions.call(
                    () -> rows.delete(tenantId, id, Pricing.AT_ONCE) + own.delete(tenantId, id, Pricing.AT_ONCE));
        } while (deleted > 0);
        return transactions.call(() -> {
            own.deleteHeadings(tenantId, id);
            leftOut.delete(tenantId, id);
            return jobs.delete(tenantId, id);
        });
    }

    /** Drops all that are kept for no longer. */
    @Scheduled(fixedDelay = 600_000, initialDelay = 60_000)
    void sweep() {
        List<LookupJob> old;
        do {
            old = jobs.draftsBefore(clock.instant().minus(KEPT), SWEPT_AT_ONCE);
            old.forEach(job -> drop(job.tenantId(), job.id()));
        } while (old.size() == SWEPT_AT_ONCE);
    }

    /** Counts what was written; returns what it costs. */
    private Credits drafted(UUID tenantId, UUID id) {
        Tallies tallies = new Tallies(rows.tally(tenantId, id));
        Credits price = pricing.total(tenantId, tallies);
        jobs.drafted(tenantId, id, tallies.counts(), price);
        return price;
    }

    /** Runs it while nobody else starts, drops or prices the job; empty if it is no draft any more. */
    private <T> Optional<T> whileDraft(LookupJob draft, Supplier<T> work) {
        return transactions.call(() -> jobs.lock(draft.tenantId(), draft.id())
                .filter(job -> job.state() == LookupJobState.DRAFT)
                .map(_ -> work.get()));
    }

    private List<PricedNumber> priced(LookupJob draft, List<Kept> kept) {
        List<String> msisdns = kept.stream().map(Kept::msisdn).toList();
        List<PricedNumber> priced = pricing.price(draft.tenantId(), msisdns, draft.reuse());
        if (priced.size() == kept.size()) {
            return priced;
        }
        Map<String, PricedNumber> byNumber = new HashMap<>();
        priced.forEach(number -> byNumber.put(number.msisdn(), number));
        String without = msisdns.stream()
                .filter(number -> !byNumber.containsKey(number))
                .findFirst()
                .orElseThrow();
        throw new NoRouteException(without);
    }

    private static List<Repriced> changed(List<Kept> kept, List<PricedNumber> now) {
        List<Repriced> changed = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            @Nullable UUID before = kept.get(i).chainId();
            UUID after = chainOf(now.get(i));
            if (before == null ? after != null : !before.equals(after)) {
                changed.add(new Repriced(kept.get(i).position(), now.get(i)));
            }
        }
        return changed;
    }

    /** False if it is no draft any more. */
    private boolean write(LookupJob draft, List<Repriced> changed) {
        return whileDraft(draft, () -> {
                    rows.reprice(draft.tenantId(), draft.id(), changed);
                    return true;
                })
                .isPresent();
    }

    private static @Nullable UUID chainOf(PricedNumber number) {
        return number.price() == null ? null : number.price().chainId();
    }
}

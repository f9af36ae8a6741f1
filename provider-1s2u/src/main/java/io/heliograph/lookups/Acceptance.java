package io.heliograph.lookups;

import io.heliograph.db.Transactions;
import io.heliograph.dispatch.ProviderAccount;
import io.heliograph.dispatch.ProviderAccounts;
import io.heliograph.ledger.Credits;
import io.heliograph.ledger.InsufficientCreditsException;
import io.heliograph.ledger.Wallets;
import io.heliograph.text.Msisdn;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Takes requests and drafts: checked, priced, written, charged, started. */
@Component
class Acceptance {

    /** As many numbers as are written and charged in one transaction; larger jobs are drafts first. */
    private static final int SMALL = Pricing.AT_ONCE;

    private final Pricing pricing;
    private final Drafts drafts;
    private final Starting starting;
    private final JobRows jobs;
    private final ProviderAccounts accounts;
    private final Asking asking;
    private final Wallets wallets;
    private final Transactions transactions;

    Acceptance(
            Pricing pricing,
            Drafts drafts,
            Starting starting,
            JobRows jobs,
            ProviderAccounts accounts,
            Asking asking,
            Wallets wallets,
            Transactions transactions) {
        this.pricing = pricing;
        this.drafts = drafts;
        this.starting = starting;
        this.jobs = jobs;
        this.accounts = accounts;
        this.asking = asking;
        this.wallets = wallets;
        this.transactions = transactions;
    }

    LookupResult accept(LookupRequest request) {
        List<String> msisdns = request.msisdns().stream().distinct().toList();
        String hash = RequestHash.of(msisdns, request.reuse());
        Optional<LookupResult> replay = replayed(request, hash);
        if (replay.isPresent()) {
            return replay.get();
        }
        Optional<LookupRefusal> refusal = refusalOf(msisdns);
        if (refusal.isPresent()) {
            return new LookupResult.Refused(refusal.get());
        }
        Duration reuse = pricing.reuse(request);
        List<PricedNumber> priced = pricing.price(request.tenantId(), msisdns, reuse);
        return refusalOf(request.tenantId(), msisdns, priced)
                .<LookupResult>map(LookupResult.Refused::new)
                .orElseGet(() -> start(request, hash, reuse, priced));
    }

    DraftResult draft(LookupRequest request, List<LeftOut> leftOut, OwnSheet own) {
        List<String> msisdns = request.msisdns().stream().distinct().toList();
        Duration reuse = pricing.reuse(request);
        Optional<LookupRefusal> refusal = refusalOf(msisdns);
        if (refusal.isPresent()) {
            return new DraftResult.Refused(refusal.get());
        }
        if (jobs.drafts(request.tenantId()) >= LookupJobs.MOST_DRAFTS) {
            return new DraftResult.TooManyDrafts(LookupJobs.MOST_DRAFTS);
        }
        List<PricedNumber> priced = pricing.price(request.tenantId(), msisdns, reuse);
        if (priced.isEmpty()) {
            return new DraftResult.Refused(new LookupRefusal.NoRoute(msisdns.getFirst()));
        }
        UUID id = drafts.write(request, RequestHash.of(msisdns, request.reuse()), reuse, priced);
        drafts.keep(request.tenantId(), id, withoutRoute(msisdns, priced, leftOut));
        drafts.keep(request.tenantId(), id, own, priced);
        return new DraftResult.Drafted(jobs.find(request.tenantId(), id).orElseThrow());
    }

    StartResult start(UUID tenantId, UUID jobId, Credits agreed) {
        Optional<LookupJob> draft = jobs.find(tenantId, jobId).filter(job -> job.state() == LookupJobState.DRAFT);
        Optional<ProviderAccount> account = accounts.outgoing();
        if (draft.isEmpty()) {
            return new StartResult.NotADraft();
        }
        if (account.isEmpty()) {
            return new StartResult.Refused(new LookupRefusal.NotReady());
        }
        try {
            return drafts.reprice(draft.get())
                    .map(price ->
                            start(draft.get(), price, agreed, account.get().id()))
                    .orElseGet(StartResult.NotADraft::new);
        } catch (NoRouteException e) {
            return new StartResult.Refused(new LookupRefusal.NoRoute(e.msisdn()));
        }
    }

    private StartResult start(LookupJob draft, Credits price, Credits agreed, UUID accountId) {
        try {
            StartResult result =
                    transactions.call(() -> starting.start(draft.tenantId(), draft.id(), agreed, accountId, null));
            asking.nudge(accountId);
            return result;
        } catch (InsufficientCreditsException _) {
            return new StartResult.Refused(notEnough(draft.tenantId(), price));
        }
    }

    private LookupResult start(LookupRequest request, String hash, Duration reuse, List<PricedNumber> priced) {
        UUID accountId = accounts.outgoing().orElseThrow().id();
        @Nullable UUID draft = null;
        try {
            LookupJob started;
            if (priced.size() <= SMALL) {
                started = transactions.call(
                        () -> started(request, drafts.write(request, hash, reuse, priced), priced, accountId));
            } else {
                UUID written = drafts.write(request, hash, reuse, priced);
                draft = written;
                started = transactions.call(() -> started(request, written, priced, accountId));
            }
            asking.nudge(accountId);
            return new LookupResult.Accepted(started, false);
        } catch (InsufficientCreditsException _) {
            dropped(request, draft);
            return replayed(request, hash)
                    .orElseGet(() -> new LookupResult.Refused(notEnough(request.tenantId(), Pricing.total(priced))));
        } catch (DuplicateKeyException e) {
            dropped(request, draft);
            return replayed(request, hash).orElseThrow(() -> e);
        }
    }

    private LookupJob started(LookupRequest request, UUID draft, List<PricedNumber> priced, UUID accountId) {
        StartResult result =
                starting.start(request.tenantId(), draft, Pricing.total(priced), accountId, request.idempotencyKey());
        if (result instanceof StartResult.Started started) {
            return started.job();
        }
        throw new IllegalStateException("The draft " + draft + " was changed by another: " + result);
    }

    private void dropped(LookupRequest request, @Nullable UUID draft) {
        if (draft != null) {
            drafts.drop(request.tenantId(), draft);
        }
    }

    /** The answer to the earlier request with the same key, if there was one. */
    private Optional<LookupResult> replayed(LookupRequest request, String hash) {
        String key = request.idempotencyKey();
        if (key == null) {
            return Optional.empty();
        }
        return jobs.findByKey(request.tenantId(), key)
                .map(first -> first.requestHash().equals(hash)
                        ? new LookupResult.Accepted(first.job(), true)
                        : new LookupResult.Refused(new LookupRefusal.KeyReused(key)));
    }

    private static Optional<LookupRefusal> refusalOf(List<String> msisdns) {
        if (msisdns.isEmpty()) {
            return Optional.of(new LookupRefusal.NoNumber());
        }
        if (msisdns.size() > LookupRequest.MOST_NUMBERS) {
            return Optional.of(new LookupRefusal.TooManyNumbers(msisdns.size(), LookupRequest.MOST_NUMBERS));
        }
        return msisdns.stream()
                .filter(msisdn -> Msisdn.parse(msisdn).isEmpty())
                .findFirst()
                .map(LookupRefusal.BadNumber::new);
    }

    private Optional<LookupRefusal> refusalOf(UUID tenantId, List<String> msisdns, List<PricedNumber> priced) {
        if (accounts.outgoing().isEmpty()) {
            return Optional.of(new LookupRefusal.NotReady());
        }
        Credits price = Pricing.total(priced);
        return refusalOfPrices(msisdns, priced)
                .or(() -> wallets.get(tenantId).available().compareTo(price) < 0
                        ? Optional.of(notEnough(tenantId, price))
                        : Optional.empty());
    }

    /** What a draft leaves out: what the caller could not read, and numbers to destinations that are not offered. */
    private static List<LeftOut> withoutRoute(List<String> msisdns, List<PricedNumber> priced, List<LeftOut> leftOut) {
        if (priced.size() == msisdns.size()) {
            return leftOut;
        }
        Set<String> known = priced.stream().map(PricedNumber::msisdn).collect(Collectors.toSet());
        return Stream.concat(
                        leftOut.stream(),
                        msisdns.stream()
                                .filter(msisdn -> !known.contains(msisdn))
                                .map(msisdn -> new LeftOut(0, msisdn, LeftOut.NO_ROUTE)))
                .toList();
    }

    private static Optional<LookupRefusal> refusalOfPrices(List<String> msisdns, List<PricedNumber> priced) {
        if (priced.size() == msisdns.size()) {
            return Optional.empty();
        }
        Set<String> known = priced.stream().map(PricedNumber::msisdn).collect(Collectors.toCollection(HashSet::new));
        return msisdns.stream()
                .filter(msisdn -> !known.contains(msisdn))
                .findFirst()
                .map(LookupRefusal.NoRoute::new);
    }

    private LookupRefusal notEnough(UUID tenantId, Credits price) {
        return new LookupRefusal.NotEnoughCredits(wallets.get(tenantId).available(), price);
    }
}

package io.heliograph.lookups;

import io.heliograph.dispatch.ProviderAccount;
import io.heliograph.dispatch.ProviderAccounts;
import io.heliograph.lookups.QueueRows.Open;
import io.heliograph.provider.HlrResult;
import io.heliograph.provider.OneS2uClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for the lookups of one provider account: takes places, claims numbers for them, asks each on a thread of its own. */
final class AccountAsker {

    private static final Logger log = LoggerFactory.getLogger(AccountAsker.class);

    private static final Duration IDLE = Duration.ofMillis(250);
    private static final Duration AFTER_FAULT = Duration.ofSeconds(1);
    private static final Duration HOUSEKEEPING = Duration.ofSeconds(5);

    /** Over four seconds’ worth of places: a network takes its time to answer. */
    private static final int MOST_IN_FLIGHT = 128;

    private static final int MOST_AT_ONCE = 8;

    private final UUID accountId;
    private final ProviderAccounts accounts;
    private final Workshop workshop;
    private final OneS2uClient client;
    private final Clock clock;
    private final Semaphore nudges = new Semaphore(0);
    private final Semaphore inFlight = new Semaphore(MOST_IN_FLIGHT);
    private final Thread thread;

    private volatile boolean retired;
    private long housekeptAt = System.nanoTime() - HOUSEKEEPING.toNanos();

    AccountAsker(UUID accountId, ProviderAccounts accounts, Workshop workshop, OneS2uClient client, Clock clock) {
        this.accountId = accountId;
        this.accounts = accounts;
        this.workshop = workshop;
        this.client = client;
        this.clock = clock;
        this.thread = Thread.ofVirtual().name("lookups-" + accountId).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    void nudge() {
        nudges.release();
    }

    void retire() {
        retired = true;
        nudge();
    }

    void awaitEnd() {
        try {
            thread.join();
            inFlight.acquire(MOST_IN_FLIGHT);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!retired) {
            Duration rest;
            try {
                rest = accounts.find(accountId).map(this::turn).orElse(IDLE);
            } catch (RuntimeException e) {
                log.error("The lookups of provider account {} stand still", accountId, e);
                rest = AFTER_FAULT;
            }
            await(rest);
        }
    }

    /** One turn; returns how long to wait for the next, unless something is queued meanwhile. */
    private Duration turn(ProviderAccount account) {
        housekeep();
        int room = Math.min(MOST_AT_ONCE, inFlight.availablePermits());
        List<Open> open = room == 0 ? List.of() : workshop.queue().open(accountId);
        if (open.isEmpty() || accounts.isStopped(accountId)) {
            return IDLE;
        }
        int numbers = workshop.accounts().get(accountId).numbersPerRequest();
        Places.Taken taken = workshop.places().take(accountId, room);
        if (taken.atNanos().isEmpty()) {
            return IDLE;
        }
        List<HlrRequest> requests =
                workshop.claims().claim(account, open, taken.atNanos().size(), numbers, taken.strikes());
        for (int i = 0; i < requests.size(); i++) {
            boolean hasPlace = i < taken.atNanos().size();
            ask(requests.get(i), hasPlace ? taken.atNanos().get(i) : null);
        }
        return requests.isEmpty() ? IDLE : taken.untilNext();
    }

    private void ask(HlrRequest request, @Nullable Long atNanos) {
        inFlight.acquireUninterruptibly();
        Thread.ofVirtual().name("lookup").start(() -> {
            try {
                Turn turn = new Turn(workshop.places(), accountId, atNanos);
                workshop.recording()
                        .record(request.lease(), turn.await() ? asked(request, turn) : Outcomes.paused(request));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                log.error("The answer to a lookup of {} was not recorded", request.account(), e);
            } finally {
                inFlight.release();
                nudge();
            }
        });
    }

    private Map<Asked, Outcome> asked(HlrRequest request, Turn turn) {
        HlrResult result = client.lookup(request.account().upstream(), request.msisdns(), turn);
        if (turn.isLost()) {
            return Outcomes.paused(request);
        }
        workshop.breaker().observe(request, result);
        return Outcomes.of(request, result, clock.instant());
    }

    private void housekeep() {
        if (System.nanoTime() - housekeptAt >= HOUSEKEEPING.toNanos()) {
            housekeptAt = System.nanoTime();
            workshop.housekeeping().tidy(accountId);
        }
    }

    private void await(Duration rest) {
        try {
            if (nudges.tryAcquire(rest.toNanos(), TimeUnit.NANOSECONDS)) {
                nudges.drainPermits();
            }
        } catch (InterruptedException _) {
            retired = true;
        }
    }
}

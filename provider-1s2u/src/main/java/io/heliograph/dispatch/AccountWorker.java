package io.heliograph.dispatch;

import io.heliograph.provider.SubmitResult;
import io.heliograph.provider.Submitter;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the queue of one provider account: takes places in the pace, claims messages for them, and sends each request on
 * a thread of its own.
 */
final class AccountWorker {

    private static final Logger log = LoggerFactory.getLogger(AccountWorker.class);

    private static final Duration IDLE = Duration.ofMillis(250);
    private static final Duration AFTER_FAULT = Duration.ofSeconds(1);
    private static final Duration HOUSEKEEPING = Duration.ofSeconds(5);

    /** How often the queue is looked at while there is something to send in memory, or was nothing in it. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    private static final int MOST_AT_ONCE = 250;

    /** The part of the requests in flight that is kept for those who send now and then. */
    private static final int KEPT_FREE = 8;

    private static final int ABANDONED_AT_ONCE = 500;

    private final UUID accountId;
    private final ProviderAccounts accounts;
    private final Claims claims;
    private final Outcomes outcomes;
    private final Breaker breaker;
    private final Submitter submitter;
    private final Backlogs backlogs;
    private final SubmitMeters meters;
    private final Backlog backlog = new Backlog();
    private final Semaphore nudges = new Semaphore(0);
    private final Semaphore inFlight = new Semaphore(ProviderAccount.MAX_REQUESTS_IN_FLIGHT);
    private final Thread thread;

    private volatile boolean retired;
    private long housekeptAt = System.nanoTime() - HOUSEKEEPING.toNanos();
    private boolean foundSomething;
    private long lookedAt = System.nanoTime() - LOOK_AGAIN.toNanos();

    AccountWorker(
            UUID accountId,
            ProviderAccounts accounts,
            Claims claims,
            Outcomes outcomes,
            Breaker breaker,
            Submitter submitter,
            Backlogs backlogs,
            SubmitMeters meters) {
        this.accountId = accountId;
        this.accounts = accounts;
        this.claims = claims;
        this.outcomes = outcomes;
        this.breaker = breaker;
        this.submitter = submitter;
        this.backlogs = backlogs;
        this.meters = meters;
        this.thread = Thread.ofPlatform().daemon().name("dispatch-" + accountId).unstarted(this::run);
    }

    void start() {
        backlogs.open(accountId, backlog, this::nudge);
        thread.start();
    }

    void retire() {
        retired = true;
        nudge();
    }

    private void nudge() {
        nudges.release();
    }

    /** Waits until what is under way is answered and recorded, and leaves the rest to other nodes. */
    void awaitEnd() {
        try {
            thread.join();
            backlogs.close(accountId);
            claims.giveBack(backlog.drain());
            inFlight.acquire(ProviderAccount.MAX_REQUESTS_IN_FLIGHT);
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
                log.error("The queue of provider account {} stands still", accountId, e);
                rest = AFTER_FAULT;
            }
            await(rest);
        }
    }

    /** One turn; returns how long to wait for the next, unless something is queued meanwhile. */
    private Duration turn(ProviderAccount account) {
        housekeep(account);
        if (!submitter.isReady(accountId)) {
            backlog.shut();
            claims.giveBack(backlog.drain());
            return IDLE;
        }
        backlog.fit(account);
        int underWay = ProviderAccount.MAX_REQUESTS_IN_FLIGHT - inFlight.availablePermits();
        int room = Math.min(MOST_AT_ONCE, account.requestsInFlight() - underWay);
        if (room <= 0) {
            return IDLE;
        }
        List<List<Held>> urgent = backlog.takeOfFew(room, account.numbersPerRequest());
        if (!urgent.isEmpty()) {
            send(claims.departEarly(account, urgent));
        }
        int rest = room - urgent.size() - account.requestsInFlight() / KEPT_FREE;
        if (rest <= 0) {
            return IDLE;
        }
        List<UUID> due = due(account);
        List<List<Held>> held = backlog.take(rest, account.numbersPerRequest());
        if (held.isEmpty() && due.isEmpty()) {
            return IDLE;
        }
        Claims.Departures departures = claims.depart(account, held, due, rest);
        send(departures);
        return departures.rest(IDLE);
    }

    private void send(Claims.Departures departures) {
        backlog.putBack(departures.left());
        for (int i = 0; i < departures.requests().size(); i++) {
            send(
                    departures.requests().get(i),
                    System.nanoTime() + departures.waits().get(i).toNanos());
        }
    }

    /** Looks into the queue at every turn while there is something in it and nothing in memory, and else now and then. */
    private List<UUID> due(ProviderAccount account) {
        boolean often = foundSomething && backlog.isEmpty();
        if (!often && System.nanoTime() - lookedAt < LOOK_AGAIN.toNanos()) {
            return List.of();
        }
        lookedAt = System.nanoTime();
        List<UUID> due = claims.due(account);
        foundSomething = !due.isEmpty();
        return due;
    }

    private void send(OutgoingRequest request, long atNanos) {
        inFlight.acquireUninterruptibly();
        Thread.ofVirtual().name("submit").start(() -> {
            try {
                TimeUnit.NANOSECONDS.sleep(atNanos - System.nanoTime());
                meters.leaves(request);
                long left = System.nanoTime();
                SubmitResult result = submitter.submit(
                        request.account().id(), request.account().upstream(), request.submit());
                meters.answered(request, result, System.nanoTime() - left);
                record(request, result);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                log.error("The answer to a request of {} was not recorded", request.account(), e);
            } finally {
                inFlight.release();
                nudge();
            }
        });
    }

    private void record(OutgoingRequest request, SubmitResult result) {
        breaker.observe(request, result);
        outcomes.record(request, result);
    }

    private void housekeep(ProviderAccount account) {
        if (System.nanoTime() - housekeptAt < HOUSEKEEPING.toNanos()) {
            return;
        }
        housekeptAt = System.nanoTime();
        List<QueueRows.Abandoned> abandoned = claims.abandoned(account, ABANDONED_AT_ONCE);
        if (!abandoned.isEmpty()) {
            log.warn("{} messages of {} were left without an answer by a node that died", abandoned.size(), account);
            outcomes.abandoned(abandoned);
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

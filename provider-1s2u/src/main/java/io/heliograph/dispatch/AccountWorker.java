package io.heliograph.dispatch;

import io.heliograph.db.RowIds;
import io.heliograph.provider.Submitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
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
    private final Submitter submitter;
    private final Backlogs backlogs;
    private final RequestsInFlight inFlight;
    private final Backlog backlog = new Backlog();
    private final Precedence precedence = new Precedence();
    private final Semaphore nudges = new Semaphore(0);
    /** Under which messages were claimed by a commit that may have taken place or not. None of them has left. */
    private final List<UUID> doubtfulLeases = new ArrayList<>();

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
        this.submitter = submitter;
        this.backlogs = backlogs;
        this.inFlight = new RequestsInFlight(submitter, outcomes, breaker, meters, this::nudge);
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
            try {
                claims.giveBack(backlog.drain());
                putBackDoubtful();
            } finally {
                inFlight.awaitEnd();
            }
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
        account.upstream(); // Throws before anything is claimed if nothing could be sent.
        housekeep(account);
        if (!submitter.isReady(accountId)) {
            backlog.shut();
            claims.giveBack(backlog.drain());
            return IDLE;
        }
        backlog.fit(account);
        int room = Math.min(MOST_AT_ONCE, account.requestsInFlight() - inFlight.count());
        if (room <= 0) {
            return IDLE;
        }
        boolean othersFirst = precedence.isOfOthers(account);
        int left = othersFirst ? 0 : sendUrgent(account, room);
        int rest = room - left - account.requestsInFlight() / KEPT_FREE;
        return rest > 0 ? sendOthers(account, rest, othersFirst) : IDLE;
    }

    /** Returns how many requests leave. */
    private int sendUrgent(ProviderAccount account, int room) {
        List<List<Held>> urgent = backlog.takeOfFew(room, account.numbersPerRequest());
        if (urgent.isEmpty()) {
            return 0;
        }
        Claims.Departures departures = departing(lease -> claims.departEarly(account, lease, urgent));
        send(departures);
        precedence.urgentWent();
        return departures.requests().size();
    }

    private Duration sendOthers(ProviderAccount account, int room, boolean othersFirst) {
        List<UUID> due = due(account, othersFirst);
        List<List<Held>> held = othersFirst
                ? backlog.takeOfMany(room, account.numbersPerRequest())
                : backlog.take(room, account.numbersPerRequest());
        if (held.isEmpty() && due.isEmpty()) {
            precedence.othersWent();
            return othersFirst ? Duration.ZERO : IDLE;
        }
        Claims.Departures departures = departing(lease -> claims.depart(account, lease, held, due, room));
        send(departures);
        if (!departures.requests().isEmpty()) {
            precedence.othersWent();
        }
        return departures.rest(IDLE);
    }

    private Claims.Departures departing(Function<UUID, Claims.Departures> claim) {
        UUID lease = RowIds.next();
        try {
            return claim.apply(lease);
        } catch (RuntimeException e) {
            doubtfulLeases.add(lease);
            throw e;
        }
    }

    private void putBackDoubtful() {
        doubtfulLeases.removeIf(lease -> {
            claims.putBackUnsent(accountId, lease);
            return true;
        });
    }

    private void send(Claims.Departures departures) {
        backlog.putBack(departures.left());
        for (int i = 0; i < departures.requests().size(); i++) {
            inFlight.send(
                    departures.requests().get(i),
                    System.nanoTime() + departures.waits().get(i).toNanos());
        }
    }

    /** Looks into the queue at every turn while there is something in it and nothing in memory, and else now and then. */
    private List<UUID> due(ProviderAccount account, boolean now) {
        boolean often = foundSomething && backlog.isEmpty();
        if (!often && !now && System.nanoTime() - lookedAt < LOOK_AGAIN.toNanos()) {
            return List.of();
        }
        lookedAt = System.nanoTime();
        List<UUID> due = claims.due(account);
        foundSomething = !due.isEmpty();
        return due;
    }

    private void housekeep(ProviderAccount account) {
        if (System.nanoTime() - housekeptAt < HOUSEKEEPING.toNanos()) {
            return;
        }
        housekeptAt = System.nanoTime();
        putBackDoubtful();
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

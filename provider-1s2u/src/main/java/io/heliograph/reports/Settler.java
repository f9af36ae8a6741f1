package io.heliograph.reports;

import io.heliograph.db.Transactions;
import io.heliograph.messages.Message;
import io.heliograph.reports.PendingRows.Pending;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Works off the reports that are stored and not matched yet, as soon as they are stored, or when they are due again. */
@Component
class Settler implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Settler.class);

    private static final int AT_ONCE = 200;
    private static final Duration IDLE = Duration.ofMillis(250);
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    /** A report for which no message is found in this time never gets one. */
    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(3);

    private final PendingRows pending;
    private final ReportRows reports;
    private final Matching matching;
    private final Applying applying;
    private final Transactions transactions;
    private final Clock clock;
    private final Semaphore nudges = new Semaphore(0);

    private volatile boolean running;
    private Thread thread = Thread.ofVirtual().unstarted(() -> {});

    Settler(
            PendingRows pending,
            ReportRows reports,
            Matching matching,
            Applying applying,
            Transactions transactions,
            Clock clock) {
        this.pending = pending;
        this.reports = reports;
        this.matching = matching;
        this.applying = applying;
        this.transactions = transactions;
        this.clock = clock;
    }

    void nudge() {
        nudges.release();
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("reports").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        nudge();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            try {
                if (settleDue() < AT_ONCE && nudges.tryAcquire(IDLE.toMillis(), TimeUnit.MILLISECONDS)) {
                    nudges.drainPermits();
                }
            } catch (InterruptedException _) {
                running = false;
            } catch (RuntimeException e) {
                log.error("Delivery reports are not being matched", e);
            }
        }
    }

    private int settleDue() {
        List<Pending> due = pending.due(AT_ONCE);
        for (Pending one : due) {
            try {
                transactions.run(() -> settle(one));
            } catch (RuntimeException e) {
                log.error("Delivery report {} is tried again later", one.reportId(), e);
                transactions.run(() -> pending.postpone(one, wait(one)));
            }
        }
        return due.size();
    }

    private void settle(Pending one) {
        Report report = reports.find(one.accountId(), one.reportId())
                .orElseThrow(() -> new IllegalStateException("No report " + one.reportId()));
        Optional<Message> message = matching.messageOf(report);
        if (message.isPresent()) {
            if (pending.take(one)) {
                reports.settle(applying.apply(report, message.get()));
            }
        } else if (report.receivedAt().plus(GIVEN_UP_AFTER).isBefore(clock.instant())) {
            if (pending.take(one)) {
                reports.settle(new Settled(report, ReportOutcome.UNMATCHED, null));
            }
        } else {
            pending.postpone(one, wait(one));
        }
    }

    /** 0.2 s, then twice as long each time, an hour at most. */
    private static Duration wait(Pending one) {
        long millis = FIRST_WAIT.toMillis() << Math.min(one.tries(), 20);
        return Duration.ofMillis(Math.min(millis, LONGEST_WAIT.toMillis()));
    }
}

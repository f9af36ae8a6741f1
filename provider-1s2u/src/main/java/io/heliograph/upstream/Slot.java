package io.heliograph.upstream;

import io.heliograph.provider.DeliveryReport;
import io.heliograph.provider.smpp.BindRefusedException;
import io.heliograph.provider.smpp.IdForm;
import io.heliograph.provider.smpp.SmppLine;
import io.heliograph.provider.smpp.SmppTarget;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A session that this node keeps bound: again and again, with longer pauses, until it is given up. */
final class Slot implements SmppLine.Inbox {

    private static final Logger log = LoggerFactory.getLogger(Slot.class);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    /** With a wrong password, more tries might lock the account. */
    private static final Duration AFTER_WRONG_PASSWORD = Duration.ofMinutes(5);

    private static final int ERROR_LENGTH = 200;

    private final int number;
    private final SmppTarget target;
    private final IdForm ids;
    private final BiConsumer<DeliveryReport, String> receipts;
    private final Clock clock;
    private final LongAdder received = new LongAdder();
    private final Thread thread;

    private volatile boolean given;
    private volatile @Nullable SmppLine line;
    private volatile @Nullable Instant boundAt;
    private volatile @Nullable String lastError;
    private volatile @Nullable Instant lastErrorAt;
    private volatile boolean accountRefused;
    private volatile long sentBefore;
    private long countedAt = System.nanoTime();
    private long counted;

    Slot(int number, SmppTarget target, IdForm ids, BiConsumer<DeliveryReport, String> receipts, Clock clock) {
        this.number = number;
        this.target = target;
        this.ids = ids;
        this.receipts = receipts;
        this.clock = clock;
        this.thread = Thread.ofVirtual().name("upstream-" + number).unstarted(this::keepBound);
    }

    void start() {
        thread.start();
    }

    int number() {
        return number;
    }

    /** Parts that wait for their answer. */
    int inWindow() {
        SmppLine present = line();
        return present == null ? 0 : present.inWindow();
    }

    SmppTarget target() {
        return target;
    }

    IdForm ids() {
        return ids;
    }

    /** The session; null while it is not bound. */
    @Nullable
    SmppLine line() {
        SmppLine present = line;
        return present != null && present.isOpen() ? present : null;
    }

    /** Whether 1s2u says that username or password are wrong. */
    boolean isAccountRefused() {
        return accountRefused;
    }

    /** Unbinds for good. */
    void giveUp() {
        given = true;
        SmppLine present = line;
        if (present != null) {
            present.close();
        }
        thread.interrupt();
    }

    @Override
    public void keep(DeliveryReport report, String raw) {
        receipts.accept(report, raw);
        received.increment();
    }

    @Override
    public void ended(String why) {
        if (!given && boundAt != null) {
            failed("The session ended: " + why);
        }
        boundAt = null;
        synchronized (this) {
            notifyAll();
        }
    }

    synchronized UpstreamSession figures() {
        SmppLine present = line();
        long total = sent();
        double seconds = Math.max(1, System.nanoTime() - countedAt)
                / (double) Duration.ofSeconds(1).toNanos();
        BigDecimal rate = BigDecimal.valueOf((total - counted) / seconds).setScale(1, RoundingMode.HALF_UP);
        countedAt = System.nanoTime();
        counted = total;
        if (present != null) {
            present.closeIfStuck();
        }
        return new UpstreamSession(
                number,
                present == null ? null : boundAt,
                inWindow(),
                total,
                rate,
                received.sum(),
                lastError,
                lastErrorAt);
    }

    private void keepBound() {
        Duration pause = FIRST_PAUSE;
        while (!given) {
            try {
                SmppLine bound = SmppLine.bind(target, ids, this, clock);
                sentBefore = sent();
                line = bound;
                boundAt = clock.instant();
                accountRefused = false;
                pause = FIRST_PAUSE;
                log.info("SMPP session {} with {} is bound", number, target);
                awaitEnd();
            } catch (BindRefusedException e) {
                accountRefused = e.isAboutTheAccount();
                failed(String.valueOf(e.getMessage()));
                pause = accountRefused ? AFTER_WRONG_PASSWORD : pause;
            } catch (IOException | RuntimeException e) {
                failed("No connection: " + e.getMessage());
            } catch (InterruptedException _) {
                given = true;
            }
            pause = rest(pause);
        }
    }

    /** Parts that left in this session, and in those that it takes the place of. */
    private long sent() {
        SmppLine last = line;
        return sentBefore + (last == null ? 0 : last.sent());
    }

    private synchronized void awaitEnd() throws InterruptedException {
        while (!given && line() != null) {
            wait(FIRST_PAUSE.toMillis());
        }
    }

    private Duration rest(Duration pause) {
        try {
            if (!given) {
                Thread.sleep(pause);
            }
        } catch (InterruptedException _) {
            given = true;
        }
        Duration longer = pause.multipliedBy(2);
        return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }

    private void failed(String words) {
        log.warn("SMPP session {} with {}: {}", number, target, words);
        lastError = words.substring(0, Math.min(words.length(), ERROR_LENGTH));
        lastErrorAt = clock.instant();
    }
}

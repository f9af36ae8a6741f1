package io.heliograph.smppserver;

import io.heliograph.db.RowIds;
import io.heliograph.smpp.Link;
import io.heliograph.smpp.Pdus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** A session that is bound on this node: its windows in both directions, and what it has done. */
final class BoundSession {

    private static final Duration UNBIND_TIMEOUT = Duration.ofSeconds(3);
    private static final int ERROR_LENGTH = 200;

    private final UUID id = RowIds.next();
    private final SmppCredential credential;
    private final BindMode mode;
    private final String remote;
    private final boolean encrypted;
    private final Link link;
    private final SegmentMeter meter;
    private final Semaphore window;
    private final Semaphore receiptWindow;
    private final LongAdder segments = new LongAdder();
    private final LongAdder receipts = new LongAdder();

    private volatile boolean ready;
    private volatile boolean ended;
    private volatile boolean suspended;
    private volatile @Nullable Failure lastFailure;
    private long countedAt = System.nanoTime();
    private long counted;

    BoundSession(
            SmppCredential credential, BindMode mode, String remote, boolean encrypted, Link link, SegmentMeter meter) {
        this.credential = credential;
        this.mode = mode;
        this.remote = remote;
        this.encrypted = encrypted;
        this.link = link;
        this.meter = meter;
        this.window = new Semaphore(credential.limits().window());
        this.receiptWindow = new Semaphore(credential.limits().window());
    }

    /** What others see of it. */
    record Figures(
            int inWindow,
            long segments,
            BigDecimal perSecond,
            long receipts,
            @Nullable String lastError,
            @Nullable Instant lastErrorAt) {}

    private record Failure(String words, Instant at) {}

    UUID id() {
        return id;
    }

    SmppCredential credential() {
        return credential;
    }

    BindMode mode() {
        return mode;
    }

    String remote() {
        return remote;
    }

    boolean isEncrypted() {
        return encrypted;
    }

    Link link() {
        return link;
    }

    /** Requests that are being worked on; while none is free, nothing more is read. */
    Semaphore window() {
        return window;
    }

    /** Receipts that wait for their answer. */
    Semaphore receiptWindow() {
        return receiptWindow;
    }

    boolean admits(int newSegments) {
        return meter.admits(newSegments, System.nanoTime());
    }

    void accepted(int newSegments) {
        segments.add(newSegments);
    }

    void receiptTaken() {
        receipts.increment();
    }

    void failed(String words, Instant at) {
        lastFailure = new Failure(words.substring(0, Math.min(words.length(), ERROR_LENGTH)), at);
    }

    /** Whether its bind is answered and no side has unbound: nothing else may be said before or after. */
    boolean isReady() {
        return ready && !ended && link.isOpen();
    }

    void ready() {
        ready = true;
    }

    /** It is unbound, though its link may stay open for a while. */
    void ended() {
        ended = true;
    }

    boolean isSuspended() {
        return suspended;
    }

    void setSuspended(boolean isSuspended) {
        suspended = isSuspended;
    }

    /** Says good-bye, and closes in any case. */
    void unbind(String why) {
        ended();
        Thread.startVirtualThread(() -> {
            link.ask(Pdus::unbind, UNBIND_TIMEOUT);
            link.close(why);
        });
    }

    /** The figures now; the rate is that since they were asked for last. */
    synchronized Figures figures() {
        long now = System.nanoTime();
        long total = segments.sum();
        double seconds =
                Math.max(1, now - countedAt) / (double) Duration.ofSeconds(1).toNanos();
        BigDecimal rate = BigDecimal.valueOf((total - counted) / seconds).setScale(1, RoundingMode.HALF_UP);
        countedAt = now;
        counted = total;
        Failure failure = lastFailure;
        return new Figures(
                credential.limits().window() - window.availablePermits(),
                total,
                rate,
                receipts.sum(),
                failure == null ? null : failure.words(),
                failure == null ? null : failure.at());
    }
}

package io.heliograph.rates;

import io.heliograph.db.Transactions;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * This node's copy of all rates, read again when the revision in the database has changed. One thread looks for that, at
 * most once a second; the others go on with the copy there is.
 */
@Component
class RateSnapshots {

    private static final long CHECK_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final Logger log = LoggerFactory.getLogger(RateSnapshots.class);

    private final RateRows rates;
    private final TermsRows terms;
    private final TransactionTemplate ownTransaction;
    private final ReentrantLock reading = new ReentrantLock();
    private final AtomicLong nextCheck = new AtomicLong(System.nanoTime());
    private volatile @Nullable RateSnapshot snapshot;

    RateSnapshots(RateRows rates, TermsRows terms, PlatformTransactionManager transactionManager) {
        this.rates = rates;
        this.terms = terms;
        this.ownTransaction = new TransactionTemplate(transactionManager);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        ownTransaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        ownTransaction.setReadOnly(true);
    }

    RateSnapshot current() {
        RateSnapshot known = snapshot;
        if (known == null) {
            return read(false);
        }
        long due = nextCheck.get();
        long now = System.nanoTime();
        if (now - due >= 0 && nextCheck.compareAndSet(due, now + CHECK_NANOS)) {
            return read(false);
        }
        return known;
    }

    /**
     * Says that the caller's transaction changes rates, markups or terms. To be called first: changes then wait for each
     * other. Once it is committed, this node has the change.
     */
    void change() {
        rates.nextRevision();
        Transactions.afterCommit(this::readCommittedChange);
    }

    private void readCommittedChange() {
        try {
            read(true);
        } catch (RuntimeException failure) {
            nextCheck.set(System.nanoTime());
            log.warn("Changed rates could not be read, they are read with the next look-up", failure);
        }
    }

    private RateSnapshot read(boolean surelyChanged) {
        reading.lock();
        try {
            RateSnapshot read = ownTransaction.execute(transaction -> readIfChanged(surelyChanged));
            snapshot = read;
            return read;
        } finally {
            reading.unlock();
        }
    }

    private RateSnapshot readIfChanged(boolean surelyChanged) {
        RateSnapshot known = snapshot;
        long revision = rates.revision();
        if (known != null && known.revision() == revision && !surelyChanged) {
            return known;
        }
        return new RateSnapshot(revision, rates.current(), terms.markups(), terms.all());
    }
}

package io.heliograph.db;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs work in a transaction, READ COMMITTED, and again if the database gave it up for a deadlock or a lock that it
 * waited for too long. Work inside a transaction that is open already joins it and is not repeated by itself.
 */
@Component
public class Transactions {

    static final int MOST_TRIES = 8;

    private static final Duration LONGEST_FIRST_WAIT = Duration.ofMillis(10);

    private static final Logger log = LoggerFactory.getLogger(Transactions.class);

    /** What is to be done after the commit of the transaction that is open. */
    private static final ScopedValue<List<Runnable>> COMMITTED = ScopedValue.newInstance();

    private final TransactionTemplate template;

    Transactions(PlatformTransactionManager manager) {
        template = new TransactionTemplate(manager);
        template.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    /**
     * Runs {@code work} and returns its result after the commit. The work may run several times, so it must do nothing
     * that a rollback does not undo.
     */
    public <T extends @Nullable Object> T call(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return work.get();
        }
        for (int tries = 1; ; tries++) {
            try {
                return once(work);
            } catch (PessimisticLockingFailureException e) {
                if (tries == MOST_TRIES) {
                    throw e;
                }
                pause(tries, e);
            }
        }
    }

    /** As {@link #call}, for work without a result. */
    public void run(Runnable work) {
        this.<@Nullable Void>call(() -> {
            work.run();
            return null;
        });
    }

    /**
     * Runs {@code piece} again and again, each time in a transaction of its own, until it did fewer than {@code size}: what
     * is too much for one transaction, as its locks would be held for long.
     *
     * @param piece does {@code size} of something at most, and returns how many it did
     */
    public void inPieces(int size, IntSupplier piece) {
        int done;
        do {
            done = call(piece::getAsInt);
        } while (done >= size);
    }

    /**
     * Runs {@code work} when the present transaction is committed, outside of it and in the same thread; never if it is
     * not committed; at once if there is none. What it throws is logged: the transaction itself has succeeded.
     */
    public static void afterCommit(Runnable work) {
        if (COMMITTED.isBound()) {
            COMMITTED.get().add(work);
        } else if (TransactionSynchronizationManager.isSynchronizationActive()) {
            afterForeignCommit(work);
        } else {
            runSafely(work);
        }
    }

    /** For a transaction that was not opened here. */
    private static void afterForeignCommit(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                runSafely(work);
            }
        });
    }

    /** The work for afterwards waits here and not in Spring, where it would still be inside of the old transaction. */
    private <T extends @Nullable Object> T once(Supplier<T> work) {
        List<Runnable> afterwards = new ArrayList<>();
        T result = ScopedValue.where(COMMITTED, afterwards).call(() -> inTransaction(work));
        afterwards.forEach(Transactions::runSafely);
        return result;
    }

    @SuppressWarnings("NullAway") // The template passes on what the work gives, null included.
    private <T extends @Nullable Object> T inTransaction(Supplier<T> work) {
        return template.execute(_ -> work.get());
    }

    private static void runSafely(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.error("Work after a commit failed", e);
        }
    }

    private static void pause(int tries, PessimisticLockingFailureException cause) {
        long longest = LONGEST_FIRST_WAIT.toNanos() << tries;
        try {
            Thread.sleep(Duration.ofNanos(ThreadLocalRandom.current().nextLong(longest)));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw cause;
        }
    }
}

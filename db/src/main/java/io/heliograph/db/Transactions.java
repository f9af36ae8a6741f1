package io.heliograph.db;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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

    private static final int MOST_TRIES = 8;
    private static final Duration LONGEST_FIRST_WAIT = Duration.ofMillis(10);

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

    /** Runs {@code work} when the present transaction is committed, and never if it is not; at once if there is none. */
    public static void afterCommit(Runnable work) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            work.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }

    @SuppressWarnings("NullAway") // The template passes on what the work gives, null included.
    private <T extends @Nullable Object> T once(Supplier<T> work) {
        return template.execute(_ -> work.get());
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

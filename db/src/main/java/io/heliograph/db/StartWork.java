package io.heliograph.db;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * What a portal that has just started does in the database. If the database goes away in that moment the portal stays up
 * and does it as soon as it can.
 */
@Component
public class StartWork {

    private static final Logger log = LoggerFactory.getLogger(StartWork.class);

    private static final Duration AGAIN = Duration.ofSeconds(1);

    private volatile boolean closed;

    /**
     * Runs {@code work}, or leaves it to a thread of its own while the database is away. It may run several times, as
     * nobody knows what became of a commit that was not answered.
     *
     * @param what for the log
     */
    public void run(String what, Runnable work) {
        if (!isDone(what, work)) {
            Thread.ofVirtual().name("start-work").start(() -> runLater(what, work));
        }
    }

    @PreDestroy
    void close() {
        closed = true;
    }

    private void runLater(String what, Runnable work) {
        try {
            do {
                Thread.sleep(AGAIN);
            } while (!closed && !isDone(what, work));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.error("{} was not done", what, e);
        }
    }

    private static boolean isDone(String what, Runnable work) {
        try {
            work.run();
            return true;
        } catch (RecoverableDataAccessException
                | TransientDataAccessException
                | DataAccessResourceFailureException
                | TransactionException e) {
            log.warn("{} waits for the database: {}", what, e.getMessage());
            return false;
        }
    }
}

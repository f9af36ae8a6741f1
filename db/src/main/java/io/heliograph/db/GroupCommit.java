package io.heliograph.db;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Shares commits: what comes up while a transaction is under way goes into the next one together, and each caller gets a
 * result of its own after the commit. Nobody waits for company: what comes while nothing is under way goes at once.
 * A transaction that takes longer than usual is not waited for either: what came up goes into another beside it.
 *
 * <p>A transaction of several that fails is rolled back and its items are done one by one, so that one of them harms
 * nobody else. The work may therefore see an item several times, and must do nothing that a rollback does not undo. One
 * whose connection broke is done once more as a whole: one by one they would each wait for a database that is away.
 *
 * <p>The meters {@code heliograph.commit} and {@code heliograph.commit.items} tell how long the transactions of each name
 * take and how many share one.
 *
 * @param <I> what a caller brings
 * @param <R> what it gets
 */
public final class GroupCommit<I, R> implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);

    private final String name;
    private final int most;
    private final ToIntFunction<I> weight;
    private final Transactions transactions;
    private final Function<List<I>, List<R>> work;
    private final Timer commits;
    private final DistributionSummary itemsOfCommit;
    private final BlockingQueue<Ticket<I, R>> waiting = new LinkedBlockingQueue<>();
    private final List<Thread> lanes = new ArrayList<>();
    private final Semaphore turn = new Semaphore(1);
    private final Patience patience = new Patience();

    private volatile boolean closed;

    /**
     * @param name for threads and logs
     * @param lanes transactions at a time at most
     * @param most the weight of items from which on no more go into the same transaction
     * @param weight of an item, in rows or the like
     * @param work gives a result for each item, in their order; runs inside a transaction
     */
    public GroupCommit(
            String name,
            int lanes,
            int most,
            ToIntFunction<I> weight,
            Transactions transactions,
            Function<List<I>, List<R>> work) {
        this.name = name;
        this.most = most;
        this.weight = weight;
        this.transactions = transactions;
        this.work = work;
        this.commits = Metrics.timer("heliograph.commit", "of", name);
        this.itemsOfCommit = Metrics.summary("heliograph.commit.items", "of", name);
        for (int lane = 1; lane <= lanes; lane++) {
            this.lanes.add(Thread.ofPlatform().daemon().name(name + "-" + lane).start(this::run));
        }
    }

    /**
     * Has {@code item} done and returns its result after the commit. What the work throws for it alone is thrown here. In
     * a transaction that is open already it is done there and then.
     *
     * @throws IllegalStateException after {@link #close}
     */
    public R submit(I item) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return work.apply(List.of(item)).getFirst();
        }
        Ticket<I, R> ticket = add(item);
        try {
            return ticket.result.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** Does what was brought before, and ends. */
    @Override
    public void close() {
        closed = true;
        lanes.forEach(_ -> waiting.add(Ticket.end()));
        try {
            for (Thread lane : lanes) {
                lane.join();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Ticket<I, R> add(I item) {
        if (closed) {
            throw new IllegalStateException("Nothing more is committed by " + name);
        }
        Ticket<I, R> ticket = new Ticket<>(item);
        waiting.add(ticket);
        return ticket;
    }

    private void run() {
        try {
            boolean goOn = true;
            while (goOn) {
                goOn = commitNext();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for a first item, and for the transaction before it for a moment; false if there is nothing more to come. */
    private boolean commitNext() throws InterruptedException {
        Ticket<I, R> first = waiting.take();
        boolean alone = turn.tryAcquire(patience.nanos(), TimeUnit.NANOSECONDS);
        try {
            List<Ticket<I, R>> batch = new ArrayList<>();
            boolean goOn = fill(batch, first);
            if (!batch.isEmpty()) {
                commit(batch, true);
            }
            return goOn;
        } finally {
            if (alone) {
                turn.release();
            }
        }
    }

    /** Takes what else is there; false if it was the last. */
    private boolean fill(List<Ticket<I, R>> batch, Ticket<I, R> first) {
        int weighs = 0;
        Ticket<I, R> next = first;
        while (next != null) {
            if (next.item == null) {
                return false;
            }
            batch.add(next);
            weighs += weight.applyAsInt(next.item);
            next = weighs < most ? waiting.poll() : null;
        }
        return true;
    }

    private void commit(List<Ticket<I, R>> batch, boolean onceMore) {
        AtomicBoolean undone = new AtomicBoolean();
        try {
            List<R> results = inTransaction(batch.stream().map(Ticket::item).toList(), undone);
            for (int i = 0; i < results.size(); i++) {
                batch.get(i).result.complete(results.get(i));
            }
        } catch (RuntimeException | Error e) {
            if (undone.get() && isOfConnection(e) && onceMore) {
                log.debug("The connection of {} items of {} broke, now once more", batch.size(), name, e);
                commit(batch, false);
            } else if (undone.get() && !isOfConnection(e) && batch.size() > 1) {
                log.debug("{} items of {} failed together, now one by one", batch.size(), name, e);
                batch.forEach(ticket -> commit(List.of(ticket), onceMore));
            } else {
                // Of a commit that failed nobody knows whether it took place: doing it again might do it twice.
                batch.forEach(ticket -> ticket.result.completeExceptionally(e));
            }
        }
    }

    private List<R> inTransaction(List<I> items, AtomicBoolean undone) {
        long begun = System.nanoTime();
        List<R> results = transactions.call(() -> apply(items, undone));
        long took = System.nanoTime() - begun;
        patience.took(took);
        commits.record(took, TimeUnit.NANOSECONDS);
        itemsOfCommit.record(items.size());
        return results;
    }

    private static boolean isOfConnection(Throwable failure) {
        return failure instanceof DataAccessResourceFailureException
                || failure instanceof RecoverableDataAccessException;
    }

    private List<R> apply(List<I> items, AtomicBoolean undone) {
        try {
            undone.set(false);
            return work.apply(items);
        } catch (RuntimeException | Error e) {
            undone.set(true);
            throw e;
        }
    }

    /** Without an item it says that there is nothing more to come. */
    private static final class Ticket<I, R> {

        private final @Nullable I item;
        private final CompletableFuture<R> result = new CompletableFuture<>();

        Ticket(@Nullable I item) {
            this.item = item;
        }

        static <I, R> Ticket<I, R> end() {
            return new Ticket<>(null);
        }

        I item() {
            return Objects.requireNonNull(item);
        }
    }
}

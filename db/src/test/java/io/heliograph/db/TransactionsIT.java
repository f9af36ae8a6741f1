package io.heliograph.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class TransactionsIT {

    private static final UUID FIRST = RowIds.next();
    private static final UUID SECOND = RowIds.next();

    @Autowired
    private Transactions transactions;

    @Autowired
    private PlatformTransactionManager manager;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void areReadCommitted() {
        String isolation = transactions.call(
                () -> jdbc.sql("SELECT @@tx_isolation").query(String.class).single());

        assertThat(isolation).isEqualTo("READ-COMMITTED");
    }

    @Test
    void rollBackOnAnyException() {
        assertThatThrownBy(() -> transactions.run(() -> {
                    insert(FIRST);
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(rows()).isZero();
    }

    @Test
    void goOnInPiecesUntilOneIsNotFull() {
        List<Integer> sizes = new ArrayList<>(List.of(3, 3, 2, 3));
        List<UUID> open = new ArrayList<>();

        transactions.inPieces(3, () -> {
            assertThat(rows()).isEqualTo(open.size());
            open.add(RowIds.next());
            insert(open.getLast());
            return sizes.removeFirst();
        });

        assertThat(sizes).containsExactly(3);
        assertThat(rows()).isEqualTo(3);
    }

    @Test
    void areDoneAgainFromTheBeginningWhenTheyLoseADeadlock() throws Exception {
        insert(FIRST);
        insert(SECOND);
        AtomicInteger attempts = new AtomicInteger();
        CountDownLatch bothHaveOne = new CountDownLatch(2);

        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<?> oneWay = threads.submit(() -> lockBoth(FIRST, SECOND, bothHaveOne, attempts));
            Future<?> otherWay = threads.submit(() -> lockBoth(SECOND, FIRST, bothHaveOne, attempts));
            oneWay.get(60, TimeUnit.SECONDS);
            otherWay.get(60, TimeUnit.SECONDS);
        }

        assertThat(attempts.get()).isGreaterThan(2);
        assertThat(jdbc.sql("SELECT markup_basis_points FROM rates_terms")
                        .query(Integer.class)
                        .list())
                .containsExactly(2, 2);
    }

    @Test
    void areGivenUpInTheEnd() {
        AtomicInteger attempts = new AtomicInteger();

        assertThatThrownBy(() -> transactions.run(() -> {
                    attempts.incrementAndGet();
                    throw new CannotAcquireLockException("deadlock");
                }))
                .isInstanceOf(PessimisticLockingFailureException.class);

        assertThat(attempts.get()).isEqualTo(Transactions.MOST_TRIES);
    }

    @Test
    void areNotDoneAgainForAnythingElse() {
        AtomicInteger attempts = new AtomicInteger();
        insert(FIRST);

        assertThatThrownBy(() -> transactions.run(() -> {
                    attempts.incrementAndGet();
                    insert(FIRST);
                }))
                .isInstanceOf(DuplicateKeyException.class);

        assertThat(attempts.get()).isOne();
    }

    @Test
    void joinTheOpenOneAndLeaveItToTryAgain() {
        AtomicInteger outer = new AtomicInteger();
        AtomicInteger inner = new AtomicInteger();

        transactions.run(() -> {
            outer.incrementAndGet();
            transactions.run(() -> {
                insert(RowIds.next());
                if (inner.incrementAndGet() == 1) {
                    throw new CannotAcquireLockException("deadlock");
                }
            });
        });

        assertThat(outer.get()).isEqualTo(2);
        assertThat(inner.get()).isEqualTo(2);
        assertThat(rows()).isOne();
    }

    @Test
    void doWorkAfterTheCommitOutsideOfThem() {
        List<String> seen = new ArrayList<>();

        transactions.run(() -> {
            insert(FIRST);
            transactions.run(() -> Transactions.afterCommit(() -> {
                seen.add("active " + TransactionSynchronizationManager.isActualTransactionActive());
                transactions.run(() -> insert(SECOND));
            }));
            assertThat(seen).isEmpty();
        });

        assertThat(seen).containsExactly("active false");
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void doWorkAfterTheCommitOnceThoughTheyWereTriedTwice() {
        AtomicInteger attempts = new AtomicInteger();
        AtomicInteger afterwards = new AtomicInteger();

        transactions.run(() -> {
            Transactions.afterCommit(afterwards::incrementAndGet);
            if (attempts.incrementAndGet() == 1) {
                throw new CannotAcquireLockException("deadlock");
            }
        });

        assertThat(afterwards.get()).isOne();
    }

    @Test
    void doNoWorkAfterARollback() {
        AtomicInteger afterwards = new AtomicInteger();

        assertThatThrownBy(() -> transactions.run(() -> {
                    Transactions.afterCommit(afterwards::incrementAndGet);
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(afterwards.get()).isZero();
    }

    @Test
    void succeedThoughTheWorkAfterwardsFails() {
        AtomicInteger afterwards = new AtomicInteger();

        transactions.run(() -> {
            insert(FIRST);
            Transactions.afterCommit(() -> {
                throw new IllegalStateException("no");
            });
            Transactions.afterCommit(afterwards::incrementAndGet);
        });

        assertThat(rows()).isOne();
        assertThat(afterwards.get()).isOne();
    }

    @Test
    void doWorkAtOnceWhereThereIsNone() {
        AtomicInteger afterwards = new AtomicInteger();

        Transactions.afterCommit(afterwards::incrementAndGet);

        assertThat(afterwards.get()).isOne();
    }

    @Test
    void doWorkAfterTheCommitOfOneThatSpringOpened() {
        List<Long> seen = new ArrayList<>();

        new TransactionTemplate(manager).executeWithoutResult(_ -> {
            Transactions.afterCommit(() -> seen.add(rows()));
            insert(FIRST);
            assertThat(seen).isEmpty();
        });

        assertThat(seen).containsExactly(1L);
    }

    private void lockBoth(UUID one, UUID other, CountDownLatch bothHaveOne, AtomicInteger attempts) {
        transactions.run(() -> {
            attempts.incrementAndGet();
            update(one);
            bothHaveOne.countDown();
            await(bothHaveOne);
            update(other);
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void insert(UUID id) {
        jdbc.sql("""
                INSERT INTO rates_terms (tenant_id, markup_basis_points) VALUES (:id, 0)
                """).param("id", RowIds.bytes(id)).update();
    }

    private void update(UUID id) {
        jdbc.sql("""
                UPDATE rates_terms SET markup_basis_points = markup_basis_points + 1 WHERE tenant_id = :id
                """).param("id", RowIds.bytes(id)).update();
    }

    private long rows() {
        return jdbc.sql("SELECT COUNT(*) FROM rates_terms").query(Long.class).single();
    }
}

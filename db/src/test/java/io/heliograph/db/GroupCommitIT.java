package io.heliograph.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class GroupCommitIT {

    @Autowired
    private Transactions transactions;

    @Autowired
    private JdbcClient jdbc;

    private final List<List<Integer>> committed = new CopyOnWriteArrayList<>();

    @Test
    void whatWaitsGoesTogetherAndEachGetsItsOwnResult() throws Exception {
        List<Future<String>> results = submitTogether(_ -> {});

        for (int i = 0; i < results.size(); i++) {
            assertThat(results.get(i).get(10, TimeUnit.SECONDS)).isEqualTo("result " + i);
        }
        assertThat(committed).hasSize(2);
        assertThat(rows()).isEqualTo(results.size());
    }

    @Test
    void aBadItemHarmsNobodyElse() throws Exception {
        try (GroupCommit<Integer, String> group = group(100, _ -> {});
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> results = new ArrayList<>();
            for (int i = -1; i < 20; i++) {
                int item = i;
                results.add(callers.submit(() -> group.submit(item)));
            }

            assertThatThrownBy(() -> results.getFirst().get(10, TimeUnit.SECONDS))
                    .hasRootCauseMessage("no such thing as -1");
            for (Future<String> result : results.subList(1, results.size())) {
                assertThat(result.get(10, TimeUnit.SECONDS)).startsWith("result ");
            }
        }
        assertThat(rows()).isEqualTo(20);
    }

    @Test
    void isDoneOnceMoreTogetherWhenItsConnectionBreaks() throws Exception {
        List<List<Integer>> tried = new CopyOnWriteArrayList<>();
        List<Future<String>> results = submitTogether(items -> {
            tried.add(items);
            if (tried.size() == 2) {
                throw new DataAccessResourceFailureException("cut");
            }
        });

        for (Future<String> result : results) {
            assertThat(result.get(10, TimeUnit.SECONDS)).startsWith("result ");
        }
        assertThat(tried).hasSize(3);
        assertThat(tried.get(2)).isEqualTo(tried.get(1));
        assertThat(rows()).isEqualTo(results.size());
    }

    @Test
    void failsTogetherWhileTheDatabaseIsAway() throws Exception {
        List<List<Integer>> tried = new CopyOnWriteArrayList<>();
        List<Future<String>> results = submitTogether(items -> {
            tried.add(items);
            if (tried.size() > 1) {
                throw new DataAccessResourceFailureException("away");
            }
        });

        for (Future<String> result : results.subList(1, results.size())) {
            assertThatThrownBy(() -> result.get(10, TimeUnit.SECONDS)).hasRootCauseMessage("away");
        }
        assertThat(tried).hasSize(3);
    }

    @Test
    void heavyItemsGoAlone() {
        List<Future<String>> results = new ArrayList<>();
        try (GroupCommit<Integer, String> group = group(1, _ -> {});
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                int item = i;
                results.add(callers.submit(() -> group.submit(item)));
            }
        }
        assertThat(committed).hasSameSizeAs(results).hasSize(20);
    }

    @Test
    void inAnOpenTransactionItJoins() {
        try (GroupCommit<Integer, String> group = group(100, _ -> {})) {
            assertThatThrownBy(() -> transactions.run(() -> {
                        group.submit(1);
                        throw new IllegalStateException("rolled back");
                    }))
                    .hasMessage("rolled back");
        }
        assertThat(rows()).isZero();
    }

    @Test
    void aTransactionThatStandsStillHoldsUpNoOther() throws Exception {
        CountDownLatch firstIsIn = new CountDownLatch(1);
        CountDownLatch otherIsDone = new CountDownLatch(1);
        try (GroupCommit<Integer, String> group = group(2, 100, items -> {
                    if (items.contains(0)) {
                        firstIsIn.countDown();
                        await(otherIsDone);
                    }
                });
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> first = callers.submit(() -> group.submit(0));
            await(firstIsIn);

            assertThat(group.submit(1)).isEqualTo("result 1");
            otherIsDone.countDown();
            assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo("result 0");
        }
    }

    @Test
    void takesNothingAfterItsEnd() {
        GroupCommit<Integer, String> group = group(100, _ -> {});
        group.close();

        assertThatThrownBy(() -> group.submit(1)).isInstanceOf(IllegalStateException.class);
    }

    /** One item alone, and ten in one transaction after it; {@code before} sees what each holds. */
    private List<Future<String>> submitTogether(Consumer<List<Integer>> before) {
        CountDownLatch firstIsIn = new CountDownLatch(1);
        CountDownLatch othersWait = new CountDownLatch(1);
        List<FutureTask<String>> results = new ArrayList<>();
        List<Thread> callers = new ArrayList<>();
        try (GroupCommit<Integer, String> group = group(100, items -> {
            before.accept(items);
            firstIsIn.countDown();
            await(othersWait);
        })) {
            for (int i = 0; i <= 10; i++) {
                int item = i;
                FutureTask<String> result = new FutureTask<>(() -> group.submit(item));
                results.add(result);
                callers.add(Thread.startVirtualThread(result));
                await(firstIsIn);
            }
            Awaitility.await()
                    .until(() -> callers.stream().allMatch(caller -> caller.getState() == Thread.State.WAITING));
            othersWait.countDown();
        }
        return List.copyOf(results);
    }

    private GroupCommit<Integer, String> group(int most, Consumer<List<Integer>> before) {
        return group(1, most, before);
    }

    private GroupCommit<Integer, String> group(int lanes, int most, Consumer<List<Integer>> before) {
        return new GroupCommit<>("test", lanes, most, _ -> 1, transactions, items -> {
            before.accept(items);
            items.forEach(this::insert);
            committed.add(items);
            return items.stream().map(item -> "result " + item).toList();
        });
    }

    private void insert(int item) {
        if (item < 0) {
            throw new IllegalArgumentException("no such thing as " + item);
        }
        UUID id = RowIds.next();
        jdbc.sql("INSERT INTO rates_terms (tenant_id, markup_basis_points) VALUES (?, ?)")
                .params(RowIds.bytes(id), item)
                .update();
    }

    private long rows() {
        return jdbc.sql("SELECT COUNT(*) FROM rates_terms").query(Long.class).single();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

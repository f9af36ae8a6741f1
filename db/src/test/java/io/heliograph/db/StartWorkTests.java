package io.heliograph.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** What a portal does in the database as it starts. */
class StartWorkTests {

    private final StartWork start = new StartWork();
    private final AtomicInteger tries = new AtomicInteger();

    @AfterEach
    void close() {
        start.close();
    }

    @Test
    void isDoneAtOnceWhenTheDatabaseIsThere() {
        start.run("A test", tries::incrementAndGet);

        assertThat(tries).hasValue(1);
    }

    @Test
    void isDoneLaterWhenTheDatabaseWentAway() {
        List<RuntimeException> failures = List.of(
                new RecoverableDataAccessException("The link broke"),
                new CannotCreateTransactionException("No connection"));

        start.run("A test", () -> {
            int before = tries.getAndIncrement();
            if (before < failures.size()) {
                throw failures.get(before);
            }
        });

        await().untilAtomic(tries, is(3));
    }

    @Test
    void failsTheStartWhenTheWorkIsWrong() {
        assertThatThrownBy(() -> start.run("A test", () -> {
                    throw new DataIntegrityViolationException("No such tenant");
                }))
                .isInstanceOf(DataIntegrityViolationException.class);
    }
}

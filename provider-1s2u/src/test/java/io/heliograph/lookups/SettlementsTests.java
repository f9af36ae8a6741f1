package io.heliograph.lookups;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.db.RowIds;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Who waits for a job is woken by what is recorded of it, and by nothing else. */
class SettlementsTests {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(20);

    private final Settlements settlements = new Settlements();
    private final UUID job = RowIds.next();
    private final UUID other = RowIds.next();

    @Test
    void wakesAllWhoWaitForTheJob() {
        try (Settlements.Waiter one = settlements.waiter(job);
                Settlements.Waiter another = settlements.waiter(job)) {
            List<CompletableFuture<Boolean>> waits = List.of(waiting(one), waiting(another));

            settlements.signal(List.of(other, job));

            assertThat(waits).allSatisfy(woken -> assertThat(woken.join()).isTrue());
        }
    }

    @Test
    void letsThoseWhoWaitForAnotherJobSleep() throws InterruptedException {
        try (Settlements.Waiter waiter = settlements.waiter(job)) {
            settlements.signal(List.of(other));

            assertThat(waiter.await(SHORT)).isFalse();
        }
    }

    @Test
    void knowsWhatWasRecordedBeforeTheWaitAndTellsItOnce() throws InterruptedException {
        try (Settlements.Waiter waiter = settlements.waiter(job)) {
            settlements.signal(List.of(job));
            settlements.signal(List.of(job));

            assertThat(waiter.await(SHORT)).isTrue();
            assertThat(waiter.await(SHORT)).isFalse();
        }
    }

    @Test
    void wakesNobodyWhoWaitsNoMore() throws InterruptedException {
        Settlements.Waiter waiter = settlements.waiter(job);
        waiter.close();

        settlements.signal(List.of(job));

        assertThat(waiter.await(SHORT)).isFalse();
    }

    private static CompletableFuture<Boolean> waiting(Settlements.Waiter waiter) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return waiter.await(LONG);
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                },
                Thread::startVirtualThread);
    }
}

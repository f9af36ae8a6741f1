package io.heliograph.webhooks.sender;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class SlotsTests {

    @Test
    void hasNoMoreThanTheMost() throws Exception {
        Slots slots = new Slots(2);

        slots.take();
        slots.take();

        assertThat(isFree(slots)).isFalse();
        slots.free();
        assertThat(isFree(slots)).isTrue();
    }

    @Test
    void halvesWithAFailureAndGrowsWithSuccess() throws Exception {
        Slots slots = new Slots(4);
        slots.take();
        slots.failed(); // 2
        slots.take();
        slots.failed(); // 1
        slots.take();
        slots.failed(); // still 1

        slots.take();
        assertThat(isFree(slots)).isFalse();
        slots.succeeded(); // 2

        slots.take();
        assertThat(isFree(slots)).isTrue();
    }

    /** Takes one if it is free, and leaves a waiter behind if not. */
    private static boolean isFree(Slots slots) throws ExecutionException, InterruptedException {
        Future<?> taking = CompletableFuture.runAsync(() -> {
            try {
                slots.take();
                slots.free();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            taking.get(100, MILLISECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        }
    }
}

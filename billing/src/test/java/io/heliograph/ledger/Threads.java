package io.heliograph.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Lets many threads loose at the same moment. */
public final class Threads {

    private Threads() {}

    /** Runs the work on each of some threads and waits for all; what one throws, this throws. */
    public static void run(int threads, IntConsumer work) {
        CountDownLatch ready = new CountDownLatch(threads);
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> results = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int thread = i;
                results.add(executor.submit(() -> {
                    ready.countDown();
                    ready.await();
                    work.accept(thread);
                    return null;
                }));
            }
            results.forEach(Threads::get);
        }
    }

    private static void get(Future<?> result) {
        try {
            result.get();
        } catch (ExecutionException failure) {
            throw new AssertionError(failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}

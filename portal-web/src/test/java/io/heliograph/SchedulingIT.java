package io.heliograph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.TaskScheduler;

@PortalTest
class SchedulingIT {

    private static final Duration SELDOM = Duration.ofHours(1);
    private static final int SOON_SECONDS = 20;

    @Autowired
    TaskScheduler scheduler;

    @Test
    void whatTakesLongHoldsNothingElseUp() {
        CountDownLatch otherWork = new CountDownLatch(1);
        CompletableFuture<Boolean> seenMeanwhile = new CompletableFuture<>();

        List<ScheduledFuture<?>> work = List.of(
                scheduler.scheduleWithFixedDelay(() -> seenMeanwhile.complete(comes(otherWork)), SELDOM),
                scheduler.scheduleWithFixedDelay(otherWork::countDown, SELDOM));

        assertThat(seenMeanwhile.join()).isTrue();
        work.forEach(each -> each.cancel(false));
    }

    private static boolean comes(CountDownLatch latch) {
        try {
            return latch.await(SOON_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}

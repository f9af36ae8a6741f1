package io.heliograph;

import org.springframework.boot.task.ThreadPoolTaskSchedulerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Scheduled work runs on several threads, so that what takes long, such as a sweep with much to delete, holds up nothing
 * that has to come every few seconds. With virtual threads, Spring itself would run all work with a fixed delay on one.
 */
@Configuration(proxyBeanMethods = false)
class Scheduling {

    /** More than there are sweeps that may take long at the same time. */
    private static final int THREADS = 8;

    @Bean
    ThreadPoolTaskScheduler taskScheduler(ThreadPoolTaskSchedulerBuilder builder) {
        return builder.poolSize(THREADS).threadNamePrefix("scheduled-").build();
    }
}

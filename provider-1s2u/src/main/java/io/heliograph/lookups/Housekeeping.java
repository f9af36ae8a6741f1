package io.heliograph.lookups;

import io.heliograph.db.Transactions;
import io.heliograph.lookups.QueueRows.Left;
import io.heliograph.lookups.QueueRows.Open;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes up what nodes that died left behind, and ends what runs for too long. */
@Component
class Housekeeping {

    private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);

    private final QueueRows queue;
    private final Recording recording;
    private final Stopping stopping;
    private final Transactions transactions;

    Housekeeping(QueueRows queue, Recording recording, Stopping stopping, Transactions transactions) {
        this.queue = queue;
        this.recording = recording;
        this.stopping = stopping;
        this.transactions = transactions;
    }

    void tidy(UUID accountId) {
        queue.abandoned(accountId).forEach(this::takeUp);
        for (Open job : queue.expired(accountId)) {
            log.warn("Lookup job {} runs for too long: what waits is refunded", job.jobId());
            stopping.cancel(job.tenantId(), job.jobId(), null);
        }
        queue.halfStopped(accountId).forEach(job -> stopping.refundWaiting(job.tenantId(), job.jobId(), null));
    }

    private void takeUp(Open job) {
        List<Left> left = transactions.call(() -> queue.left(job.tenantId(), job.jobId()));
        Map<UUID, Map<Asked, Outcome>> byLease = new HashMap<>();
        left.forEach(each -> byLease.computeIfAbsent(each.lease(), _ -> new LinkedHashMap<>())
                .put(each.asked(), Outcomes.abandoned(each.asked())));
        log.warn("{} lookups of job {} were left without an answer by a node that died", left.size(), job.jobId());
        byLease.forEach(recording::record);
    }
}

package io.heliograph.lookups;

import io.heliograph.db.RowIds;
import io.heliograph.db.Transactions;
import io.heliograph.dispatch.ProviderAccount;
import io.heliograph.lookups.QueueRows.Open;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/** Chooses what is asked next, tenants and their jobs in turns, and commits that it is about to be. */
@Component
class Claims {

    /** Over the request's own timeout: time for a place, and to record the answer. */
    private static final Duration LEASE_RESERVE = Duration.ofSeconds(10);

    private final QueueRows queue;
    private final Transactions transactions;

    Claims(QueueRows queue, Transactions transactions) {
        this.queue = queue;
        this.transactions = transactions;
    }

    /** Claims numbers for up to {@code requests} requests of up to {@code numbers} each. */
    List<HlrRequest> claim(ProviderAccount account, List<Open> open, int requests, int numbers, int strikes) {
        UUID lease = RowIds.next();
        Map<Open, Integer> shares = shares(open, requests * numbers);
        List<Open> inOrder = shares.keySet().stream()
                .sorted(Comparator.comparing(Open::tenantId).thenComparing(Open::jobId))
                .toList();
        List<Asked> claimed = transactions.call(() -> {
            List<Asked> all = new ArrayList<>();
            for (Open job : inOrder) {
                if (queue.lockRunning(job.tenantId(), job.jobId())) {
                    all.addAll(queue.claim(
                            job.tenantId(),
                            job.jobId(),
                            shares.getOrDefault(job, 0),
                            lease,
                            account.timeout().plus(LEASE_RESERVE)));
                }
            }
            return all;
        });
        return requests(account, lease, claimed, numbers, strikes);
    }

    /** How many numbers each job may ask, tenants in turns, and the jobs of each in turns. */
    private static Map<Open, Integer> shares(List<Open> open, int numbers) {
        Map<UUID, List<Open>> byTenant = new LinkedHashMap<>();
        rotated(open)
                .forEach(job -> byTenant.computeIfAbsent(job.tenantId(), _ -> new ArrayList<>())
                        .add(job));
        List<List<Open>> tenants = List.copyOf(byTenant.values());
        Map<Open, Integer> shares = new LinkedHashMap<>();
        for (int i = 0; i < numbers && !tenants.isEmpty(); i++) {
            List<Open> jobs = tenants.get(i % tenants.size());
            shares.merge(jobs.get(i / tenants.size() % jobs.size()), 1, Integer::sum);
        }
        return shares;
    }

    private static List<Open> rotated(List<Open> open) {
        if (open.size() < 2) {
            return open;
        }
        int start = ThreadLocalRandom.current().nextInt(open.size());
        List<Open> rotated = new ArrayList<>(open.subList(start, open.size()));
        rotated.addAll(open.subList(0, start));
        return rotated;
    }

    private static List<HlrRequest> requests(
            ProviderAccount account, UUID lease, List<Asked> claimed, int numbers, int strikes) {
        List<HlrRequest> requests = new ArrayList<>();
        List<Asked> together = new ArrayList<>();
        for (Asked one : claimed) {
            if (one.alone()) {
                requests.add(new HlrRequest(account, lease, List.of(one), strikes));
                continue;
            }
            together.add(one);
            if (together.size() == numbers) {
                requests.add(new HlrRequest(account, lease, List.copyOf(together), strikes));
                together.clear();
            }
        }
        if (!together.isEmpty()) {
            requests.add(new HlrRequest(account, lease, List.copyOf(together), strikes));
        }
        return List.copyOf(requests);
    }
}

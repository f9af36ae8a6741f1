package io.heliograph.dispatch;

import io.heliograph.db.RowIds;
import io.heliograph.db.Transactions;
import io.heliograph.messages.Lifecycle;
import io.heliograph.messages.Message;
import io.heliograph.messages.MessageRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Chooses what leaves next, fairly between tenants, and commits that it is about to leave. A node that dies after that
 * commit leaves uncertain messages and never a second send.
 */
@Component
class Claims {

    /** Over the request's own timeout: time for a place in the pace, and to record the answer. */
    private static final Duration LEASE_RESERVE = Duration.ofSeconds(30);

    private static final int MOST_TENANTS = 200;
    private static final int OUTLIVED_AT_ONCE = 500;

    private final QueueRows queue;
    private final Lifecycle lifecycle;
    private final Transactions transactions;

    Claims(QueueRows queue, Lifecycle lifecycle, Transactions transactions) {
        this.queue = queue;
        this.lifecycle = lifecycle;
        this.transactions = transactions;
    }

    /** Whether anything is due on this account, for anyone who is not held. */
    boolean anythingDue(ProviderAccount account) {
        return !queue.dueTenants(account.id()).isEmpty();
    }

    /** Messages whose node died while their request was under way. */
    List<QueueRows.Abandoned> abandoned(ProviderAccount account, int limit) {
        return queue.abandoned(account.id(), limit);
    }

    /** Claims messages for up to {@code requests} requests. What waited too long is refunded on the way. */
    List<OutgoingRequest> claim(ProviderAccount account, int requests, int strikes) {
        UUID lease = RowIds.next();
        return transactions.call(() -> {
            List<Entry> due = inTurns(account, requests);
            List<List<Entry>> groups = Grouping.of(due, requests, account.numbersPerRequest());
            List<Entry> wanted = groups.stream().flatMap(Collection::stream).toList();
            Map<MessageRef, Entry> claimed = claimed(wanted, lease, account);
            Map<MessageRef, Message> messages = lifecycle.submitting(claimed.keySet()).stream()
                    .collect(Collectors.toMap(Message::ref, Function.identity()));
            return groups.stream()
                    .map(group -> request(account, lease, group, messages, strikes))
                    .flatMap(Optional::stream)
                    .toList();
        });
    }

    /** Refunds what has waited longer than a message may. */
    void dropOutlived(ProviderAccount account) {
        for (UUID tenant : queue.dueTenants(account.id())) {
            List<MessageRef> outlived = queue.outlived(account.id(), tenant, OUTLIVED_AT_ONCE);
            if (!outlived.isEmpty()) {
                transactions.run(() -> refuse(outlived));
            }
        }
    }

    private void refuse(List<MessageRef> outlived) {
        List<MessageRef> removed =
                outlived.stream().filter(queue::removeWaiting).toList();
        lifecycle.refusedUnsent(removed, "waited too long");
    }

    /** Due entries with the tenants taking turns, so that none stands behind another's campaign. */
    private List<Entry> inTurns(ProviderAccount account, int requests) {
        List<UUID> tenants = rotated(queue.dueTenants(account.id()));
        List<UUID> served = tenants.subList(0, Math.min(tenants.size(), Math.min(requests, MOST_TENANTS)));
        int each = served.isEmpty() ? 0 : Math.ceilDiv(requests, served.size()) * account.numbersPerRequest();
        return served.stream()
                .flatMap(tenant -> queue.due(account.id(), tenant, each).stream())
                .toList();
    }

    private static List<UUID> rotated(List<UUID> tenants) {
        if (tenants.size() < 2) {
            return tenants;
        }
        int start = ThreadLocalRandom.current().nextInt(tenants.size());
        List<UUID> rotated = new ArrayList<>(tenants.subList(start, tenants.size()));
        rotated.addAll(tenants.subList(0, start));
        return rotated;
    }

    private Map<MessageRef, Entry> claimed(List<Entry> wanted, UUID lease, ProviderAccount account) {
        Map<MessageRef, Entry> claimed = new HashMap<>();
        if (!wanted.isEmpty()) {
            queue.claim(wanted, lease, account.timeout().plus(LEASE_RESERVE))
                    .forEach(entry -> claimed.put(entry.ref(), entry));
        }
        return claimed;
    }

    private static Optional<OutgoingRequest> request(
            ProviderAccount account, UUID lease, List<Entry> group, Map<MessageRef, Message> messages, int strikes) {
        List<Message> ours = group.stream()
                .map(entry -> messages.get(entry.ref()))
                .filter(Objects::nonNull)
                .toList();
        int tries = group.stream().mapToInt(Entry::tries).max().orElse(0) + 1;
        return ours.isEmpty()
                ? Optional.empty()
                : Optional.of(new OutgoingRequest(account, lease, ours, tries, strikes));
    }
}

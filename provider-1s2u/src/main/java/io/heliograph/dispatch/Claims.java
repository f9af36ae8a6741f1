package io.heliograph.dispatch;

import io.heliograph.db.RowIds;
import io.heliograph.db.Transactions;
import io.heliograph.messages.Lifecycle;
import io.heliograph.messages.Message;
import io.heliograph.messages.MessageRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private final LeaseRows leases;
    private final Lifecycle lifecycle;
    private final Transactions transactions;

    Claims(QueueRows queue, LeaseRows leases, Lifecycle lifecycle, Transactions transactions) {
        this.queue = queue;
        this.leases = leases;
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

    /** Claims what is due in the queue for up to {@code requests} requests. */
    List<OutgoingRequest> claim(ProviderAccount account, int requests, int strikes) {
        UUID lease = RowIds.next();
        return transactions.call(() -> {
            List<List<Entry>> groups = Grouping.of(inTurns(account, requests), requests, account.numbersPerRequest());
            Set<Entry> claimed = claimed(groups, lease, account);
            Map<MessageRef, Message> messages = lifecycle
                    .find(claimed.stream().map(Entry::ref).toList())
                    .stream()
                    .collect(Collectors.toMap(Message::ref, Function.identity()));
            return groups.stream()
                    .map(group -> group.stream()
                            .filter(claimed::contains)
                            .flatMap(entry -> Stream.ofNullable(messages.get(entry.ref()))
                                    .map(message -> new Held(entry, message, 0)))
                            .toList())
                    .filter(group -> !group.isEmpty())
                    .map(group -> OutgoingRequest.of(account, lease, group, strikes))
                    .toList();
        });
    }

    /** Claims, for a request each, messages that this node holds; what another has by now, or may not go, is left. */
    List<OutgoingRequest> claim(ProviderAccount account, List<List<Held>> groups, int strikes) {
        if (groups.isEmpty()) {
            return List.of();
        }
        UUID lease = RowIds.next();
        return transactions.call(() -> {
            Set<UUID> halted = queue.heldTenants();
            List<List<Held>> going = groups.stream()
                    .map(group -> group.stream()
                            .filter(held -> !halted.contains(held.message().tenantId()))
                            .toList())
                    .toList();
            Set<Entry> claimed = claimed(
                    going.stream()
                            .map(group -> group.stream().map(Held::entry).toList())
                            .toList(),
                    lease,
                    account);
            return going.stream()
                    .map(group -> group.stream()
                            .filter(held -> claimed.contains(held.entry()))
                            .toList())
                    .filter(group -> !group.isEmpty())
                    .map(group -> OutgoingRequest.of(account, lease, group, strikes))
                    .toList();
        });
    }

    /** Leaves to anybody, at once, what this node held and does not send any more. */
    void giveBack(List<Held> left) {
        if (left.isEmpty()) {
            return;
        }
        transactions.run(() -> {
            Map<MessageRef, UUID> locked =
                    leases.lock(left.stream().map(held -> held.entry().ref()).toList());
            leases.putBack(
                    left.stream()
                            .map(Held::entry)
                            .filter(entry -> Objects.equals(entry.lease(), locked.get(entry.ref())))
                            .map(Entry::ref)
                            .toList(),
                    Duration.ZERO,
                    false);
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

    private Set<Entry> claimed(List<List<Entry>> groups, UUID lease, ProviderAccount account) {
        List<Entry> wanted = groups.stream().flatMap(Collection::stream).toList();
        return new HashSet<>(leases.claim(wanted, lease, account.timeout().plus(LEASE_RESERVE)));
    }
}

package io.heliograph.dispatch;

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
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Chooses what leaves next, fairly between tenants, and commits that it is about to leave. A node that dies after that
 * commit leaves uncertain messages and never a second send.
 */
@Component
class Claims {

    private static final int MOST_TENANTS = 200;

    /** The part of the places that the queue gets while there is enough in memory. */
    private static final int SHARE_OF_QUEUE = 4;

    private final Pace pace;
    private final QueueRows queue;
    private final QueuedTenants tenants;
    private final LeaseRows leases;
    private final Backlogs backlogs;
    private final Lifecycle lifecycle;
    private final Transactions transactions;
    private final Duration leaseReserve;

    /**
     * Makes the claims of a node.
     *
     * @param leaseReserve over a request's own timeout: time for a place in the pace, and to record the answer. A node that
     *     dies keeps what became of its requests from others for both together.
     */
    Claims(
            Pace pace,
            QueueRows queue,
            QueuedTenants tenants,
            LeaseRows leases,
            Backlogs backlogs,
            Lifecycle lifecycle,
            Transactions transactions,
            @Value("${heliograph.dispatch.lease-reserve:30s}") Duration leaseReserve) {
        this.pace = pace;
        this.queue = queue;
        this.tenants = tenants;
        this.leases = leases;
        this.backlogs = backlogs;
        this.lifecycle = lifecycle;
        this.transactions = transactions;
        this.leaseReserve = leaseReserve;
    }

    /**
     * Takes places in the pace, and claims messages for them, in one commit: first those that this node holds, but for a
     * share of the places if something is due in the queue too.
     *
     * @param lease a new one, under which they are claimed
     * @param held of this node, a list for each request
     * @param due tenants with something due in the queue
     * @param requests how many may leave
     */
    Departures depart(ProviderAccount account, UUID lease, List<List<Held>> held, List<UUID> due, int requests) {
        return transactions.call(() -> {
            Pace.Places places = pace.take(account, due.isEmpty() ? held.size() : requests);
            int most = places.waits().size();
            int ofQueue = due.isEmpty() ? 0 : shareOfQueue(most);
            int going = Math.min(held.size(), most - ofQueue);
            List<OutgoingRequest> leaving = claimHeld(account, lease, held.subList(0, going), places.strikes());
            if (!due.isEmpty() && leaving.size() < most) {
                leaving = new ArrayList<>(leaving);
                leaving.addAll(claimDue(account, lease, due, most - leaving.size(), places.strikes()));
            }
            return departing(account, Departures.of(leaving, places, held, going));
        });
    }

    /** The same for what this node holds and is urgent: it may leave a little before its places. */
    Departures departEarly(ProviderAccount account, UUID lease, List<List<Held>> held) {
        return transactions.call(() -> {
            Pace.Places places = pace.takeEarly(account, held.size());
            int going = places.waits().size();
            List<OutgoingRequest> leaving = claimHeld(account, lease, held.subList(0, going), places.strikes());
            return departing(account, Departures.of(leaving, places, held, going));
        });
    }

    /** An account that is tried again is left alone until it has answered. */
    private Departures departing(ProviderAccount account, Departures departures) {
        if (departures.requests().stream().anyMatch(request -> request.strikes() > 0)) {
            pace.awaitAnswer(account);
        }
        return departures;
    }

    /** Leaves to anybody what was claimed under this lease and did not leave, if it was claimed at all. */
    void putBackUnsent(UUID accountId, UUID lease) {
        transactions.run(() -> leases.putBackUnsent(accountId, lease));
    }

    /** A part of the places, also where it is the part of one: of several times one, it then has one now and then. */
    private static int shareOfQueue(int places) {
        return (places + ThreadLocalRandom.current().nextInt(SHARE_OF_QUEUE)) / SHARE_OF_QUEUE;
    }

    /** Tenants with something due in the queue of this account who are not held. */
    List<UUID> due(ProviderAccount account) {
        return tenants.due(account.id());
    }

    /** Messages whose node died while their request was under way. */
    List<QueueRows.Abandoned> abandoned(ProviderAccount account, int limit) {
        return queue.abandoned(account.id(), limit);
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

    private List<OutgoingRequest> claimDue(
            ProviderAccount account, UUID lease, List<UUID> due, int requests, int strikes) {
        long leasedUntil = leasedUntilNanos(account);
        List<List<Entry>> groups = Grouping.of(inTurns(account, due, requests), requests, account.numbersPerRequest());
        Set<Entry> claimed = new HashSet<>(leases.claimDue(flat(groups), lease, leaseTime(account)));
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
                .map(group -> OutgoingRequest.of(account, lease, group, strikes, leasedUntil))
                .toList();
    }

    /** What another has by now, or may not go, is left. */
    private List<OutgoingRequest> claimHeld(ProviderAccount account, UUID lease, List<List<Held>> groups, int strikes) {
        long leasedUntil = leasedUntilNanos(account);
        List<Entry> wanted =
                groups.stream().flatMap(Collection::stream).map(Held::entry).toList();
        Set<Entry> claimed = new HashSet<>(leases.claimHeld(wanted, backlogs.lease(), lease, leaseTime(account)));
        return groups.stream()
                .map(group -> group.stream()
                        .filter(held -> claimed.contains(held.entry()))
                        .toList())
                .filter(group -> !group.isEmpty())
                .map(group -> OutgoingRequest.of(account, lease, group, strikes, leasedUntil))
                .toList();
    }

    /** Due entries with the tenants taking turns, so that none stands behind another's campaign. */
    private List<Entry> inTurns(ProviderAccount account, List<UUID> due, int requests) {
        List<UUID> tenants = rotated(due);
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

    private static List<Entry> flat(List<List<Entry>> groups) {
        return groups.stream().flatMap(Collection::stream).toList();
    }

    private long leasedUntilNanos(ProviderAccount account) {
        return System.nanoTime() + leaseTime(account).toNanos();
    }

    private Duration leaseTime(ProviderAccount account) {
        return account.timeout().plus(leaseReserve);
    }

    /**
     * Requests that are about to leave.
     *
     * @param waits places in the pace as the time to wait from now, one for each request at least
     * @param left those of the node's own for which there was no place
     * @param isClosed whether the account is stopped or paused, and so has no places
     */
    record Departures(List<OutgoingRequest> requests, List<Duration> waits, List<List<Held>> left, boolean isClosed) {

        static Departures of(List<OutgoingRequest> leaving, Pace.Places places, List<List<Held>> held, int going) {
            List<List<Held>> left = List.copyOf(held.subList(going, held.size()));
            return new Departures(leaving, places.waits(), left, places.isClosed());
        }

        /** When there is more to be had, unless something comes up meanwhile. */
        Duration rest(Duration idle) {
            if (isClosed || (requests.isEmpty() && !waits.isEmpty())) {
                return idle;
            }
            return waits.isEmpty() ? Pace.AHEAD : waits.getLast();
        }
    }
}

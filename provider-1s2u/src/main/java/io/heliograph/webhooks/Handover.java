package io.heliograph.webhooks;

import static java.util.stream.Collectors.toSet;

import io.heliograph.db.Transactions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Gives what this node queues to its own sender without a way through the table: as much as that has room for is queued
 * under a lease of it, and handed over after the commit. The row decides, as ever: what a node that dies was given is
 * found there when the lease ends.
 */
@Component
class Handover {

    private final Nudges nudges;

    Handover(Nudges nudges) {
        this.nudges = nudges;
    }

    /**
     * Parcels as they are to be queued.
     *
     * @param lease of those that have one
     */
    record Load(List<Parcel> parcels, Duration lease) {}

    /** Leases those that the sender has room for, and has it told of all after the commit. */
    Load prepare(List<Parcel> parcels) {
        Optional<LocalSender> sender = nudges.sender();
        if (sender.isEmpty()) {
            return new Load(parcels, Duration.ZERO);
        }
        Duration lease = sender.get().lease();
        long ends = System.nanoTime() + lease.toNanos();
        List<Parcel> leased = leased(parcels, sender.get());
        Transactions.afterCommit(() -> handOver(leased, sender.get(), ends));
        return new Load(leased, lease);
    }

    private static List<Parcel> leased(List<Parcel> parcels, LocalSender sender) {
        UUID lease = UUID.randomUUID();
        Map<EndpointKey, Integer> room = new HashMap<>();
        List<Parcel> leased = new ArrayList<>(parcels.size());
        for (Parcel parcel : parcels) {
            int left = room.computeIfAbsent(parcel.endpoint(), sender::roomFor);
            room.put(parcel.endpoint(), left - 1);
            leased.add(left > 0 ? parcel.under(lease) : parcel);
        }
        return leased;
    }

    private void handOver(List<Parcel> parcels, LocalSender sender, long leaseEnds) {
        List<Held> held =
                parcels.stream().flatMap(parcel -> held(parcel, leaseEnds)).toList();
        if (!held.isEmpty()) {
            sender.take(held);
        }
        Set<EndpointKey> others = parcels.stream()
                .filter(parcel -> parcel.lease() == null)
                .map(Parcel::endpoint)
                .collect(toSet());
        if (!others.isEmpty()) {
            nudges.wake(others);
        }
    }

    private static Stream<Held> held(Parcel parcel, long leaseEnds) {
        UUID lease = parcel.lease();
        return lease == null
                ? Stream.empty()
                : Stream.of(new Held(
                        parcel.destination(),
                        parcel.deliveryId(),
                        parcel.event().id(),
                        parcel.event().payload(),
                        lease,
                        leaseEnds));
    }
}

package io.heliograph.upstream;

import io.heliograph.provider.DeliveryReport;
import io.heliograph.provider.Submit;
import io.heliograph.provider.SubmitResult;
import io.heliograph.provider.smpp.SmppLine;
import io.heliograph.provider.smpp.SmppSending;
import io.heliograph.provider.smpp.SmppSent;
import io.heliograph.provider.smpp.SmppTarget;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/** The sessions that this node has for one account. */
final class Pool implements SmppSending.Lines {

    private final Map<Integer, Slot> slots = new ConcurrentHashMap<>();
    private final BiConsumer<DeliveryReport, String> receipts;
    private final Clock clock;
    private final Pacer pacer;

    private volatile SmppSettings settings;

    Pool(SmppSettings settings, BiConsumer<DeliveryReport, String> receipts, Clock clock) {
        this.settings = settings;
        this.receipts = receipts;
        this.clock = clock;
        this.pacer = new Pacer(settings.segmentsPerSecond());
    }

    /** Keeps these sessions bound and no others, by these settings. */
    void keep(Set<Integer> held, SmppSettings present, SmppTarget target) {
        settings = present;
        slots.values().removeIf(slot -> {
            boolean stays = held.contains(slot.number()) && slot.target().equals(target) && slot.ids() == present.ids();
            if (!stays) {
                Thread.startVirtualThread(slot::giveUp);
            }
            return !stays;
        });
        for (int number : held) {
            slots.computeIfAbsent(number, _ -> {
                Slot slot = new Slot(number, target, present.ids(), receipts, clock);
                slot.start();
                return slot;
            });
        }
        pacer.setPerSecond(Math.max(1, (double) present.segmentsPerSecond() * slots.size() / present.sessions()));
    }

    Set<Integer> held() {
        return Set.copyOf(slots.keySet());
    }

    boolean isEmpty() {
        return slots.isEmpty();
    }

    List<UpstreamSession> figures() {
        return slots.values().stream().map(Slot::figures).toList();
    }

    SmppSent submit(Submit submit, Duration timeout) {
        if (!slots.isEmpty() && slots.values().stream().allMatch(Slot::isAccountRefused)) {
            return new SmppSent(new SubmitResult.AccountRefused("00", "The bind was refused"), List.of(), 1);
        }
        return new SmppSending(this, settings.ids()).send(submit, timeout);
    }

    void close() {
        slots.values().forEach(Slot::giveUp);
        slots.clear();
    }

    /** The one with the most room in its window. */
    @Override
    public Optional<SmppLine> any() {
        return slots.values().stream()
                .filter(slot -> slot.line() != null)
                .min(Comparator.comparingInt(Slot::inWindow))
                .flatMap(slot -> Optional.ofNullable(slot.line()));
    }

    @Override
    public boolean pace(Duration most) throws InterruptedException {
        return pacer.await(most);
    }
}

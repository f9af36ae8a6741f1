package io.heliograph.provider.simulator;

import io.heliograph.provider.ReportedState;
import io.heliograph.smpp.Link;
import io.heliograph.smpp.Pdus;
import io.heliograph.smpp.Receipt;
import io.heliograph.smpp.ReceiptState;
import io.heliograph.smpp.Reply;
import io.heliograph.smpp.WireAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jsmpp.bean.SubmitSm;

/** Sends receipts to whichever session is bound, and again where none takes them. */
final class SmppReceipts implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final SimulatorOptions.Timing timing;
    private final Clock clock;
    private final Set<Link> receivers = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("1s2u-simulator-receipts").factory());

    SmppReceipts(SimulatorOptions.Timing timing, Clock clock) {
        this.timing = timing;
        this.clock = clock;
    }

    void add(Link link) {
        receivers.add(link);
    }

    void remove(Link link) {
        receivers.remove(link);
    }

    void send(SentPart part, ReportedState state, Duration after) {
        send(part, state, 0, after);
    }

    /** Returns once it is on its way. */
    void sendNow(SentPart part, ReportedState state) {
        Thread.startVirtualThread(() -> attempt(part, state, 0));
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private void send(SentPart part, ReportedState state, int tries, Duration after) {
        try {
            Future<?> _ = timer.schedule(
                    () -> Thread.startVirtualThread(() -> attempt(part, state, tries)),
                    after.toMillis(),
                    TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException _) {
            // Stopped: what has not been reported by now is not reported.
        }
    }

    private void attempt(SentPart part, ReportedState state, int tries) {
        boolean isTaken = receivers.stream().anyMatch(link -> isTaken(link, part, state));
        if (!isTaken && tries < timing.retries().size()) {
            send(part, state, tries + 1, timing.retries().get(tries));
        }
    }

    private boolean isTaken(Link link, SentPart part, ReportedState state) {
        SubmitSm submit = part.submit();
        WireAddress from =
                new WireAddress(submit.getDestAddrTon(), submit.getDestAddrNpi(), Pdus.text(submit.getDestAddress()));
        WireAddress to = new WireAddress(
                submit.getSourceAddrTon(), submit.getSourceAddrNpi(), Pdus.text(submit.getSourceAddr()));
        Receipt receipt = new Receipt(part.id(), part.at(), clock.instant(), ReceiptState.valueOf(state.name()), 0);
        return link.ask(sequence -> Pdus.receipt(sequence, from, to, receipt), TIMEOUT)
                        instanceof Reply.Answered answered
                && answered.frame().status() == 0;
    }
}

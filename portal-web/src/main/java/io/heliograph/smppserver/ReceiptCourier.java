package io.heliograph.smppserver;

import io.heliograph.receipts.PendingReceipt;
import io.heliograph.receipts.ReceiptQueue;
import io.heliograph.smpp.Pdus;
import io.heliograph.smpp.Receipt;
import io.heliograph.smpp.Reply;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jsmpp.SMPPConstant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Brings receipts to the sessions that are bound on this node, each in its own time. */
@Component
class ReceiptCourier implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ReceiptCourier.class);

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration LEASE = TIMEOUT.multipliedBy(3);
    private static final Duration AFTER_FAULT = Duration.ofSeconds(1);
    private static final int AT_ONCE = 200;

    /** Answers that mean: do not send it again. */
    private static final Set<Integer> REFUSED =
            Set.of(SMPPConstant.STAT_ESME_RX_P_APPN, SMPPConstant.STAT_ESME_RX_R_APPN);

    private final SmppSessions sessions;
    private final ReceiptQueue queue;
    private final Clock clock;
    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();

    private volatile boolean running;

    ReceiptCourier(SmppSessions sessions, ReceiptQueue queue, Clock clock) {
        this.sessions = sessions;
        this.queue = queue;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("smpp-receipts").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            Duration rest = PAUSE;
            try {
                bring();
            } catch (RuntimeException e) {
                log.error("SMPP receipts are not being sent", e);
                rest = AFTER_FAULT;
            }
            try {
                Thread.sleep(rest);
            } catch (InterruptedException _) {
                running = false;
            }
        }
    }

    private void bring() {
        Set<UUID> receiving = sessions.receiving();
        if (receiving.isEmpty()) {
            return;
        }
        Collection<UUID> due = queue.waitedFor();
        receiving.forEach(credentialId -> {
            if (due.contains(credentialId) && busy.add(credentialId)) {
                Thread.ofVirtual().name("smpp-courier").start(() -> bringAll(credentialId));
            }
        });
    }

    /** A credential's receipts, on a thread of its own, so that no other waits for it. */
    private void bringAll(UUID credentialId) {
        try {
            boolean more = true;
            while (more && running) {
                more = bringSome(credentialId);
            }
        } catch (RuntimeException e) {
            log.error("Receipts of one SMPP credential are not being sent", e);
        } finally {
            busy.remove(credentialId);
        }
    }

    /**
     * One turn, to the sessions that are bound as it begins; whether there may be more to bring. What could not be sent
     * waits for another look at who is bound: to claim it again at once would go on without end.
     */
    private boolean bringSome(UUID credentialId) {
        List<BoundSession> bound = sessions.receivers(credentialId);
        int room = bound.stream()
                .mapToInt(session -> session.receiptWindow().availablePermits())
                .sum();
        if (room == 0) {
            return false;
        }
        List<PendingReceipt> claimed = queue.claim(credentialId, Math.min(room, AT_ONCE), LEASE);
        List<PendingReceipt> unsent =
                claimed.stream().filter(receipt -> !send(receipt, bound)).toList();
        queue.release(unsent);
        return !claimed.isEmpty() && unsent.isEmpty();
    }

    /** False if no session takes it. */
    private boolean send(PendingReceipt receipt, List<BoundSession> bound) {
        BoundSession session = bound.stream()
                .filter(BoundSession::isReady)
                .max(Comparator.comparingInt(one -> one.receiptWindow().availablePermits()))
                .orElse(null);
        if (session == null || !session.receiptWindow().tryAcquire()) {
            return false;
        }
        Thread.ofVirtual().name("smpp-receipt").start(() -> {
            try {
                record(session, receipt, ask(session, receipt));
            } catch (RuntimeException e) {
                log.error("What became of a receipt was not recorded; it is sent again", e);
            } finally {
                session.receiptWindow().release();
            }
        });
        return true;
    }

    private static Reply ask(BoundSession session, PendingReceipt receipt) {
        if (!session.isReady()) {
            return new Reply.NotWritten("It is unbound");
        }
        Receipt words =
                new Receipt(receipt.wireId().toString(), receipt.submittedAt(), receipt.doneAt(), receipt.state(), 0);
        return session.link()
                .ask(sequence -> Pdus.receipt(sequence, receipt.destination(), receipt.source(), words), TIMEOUT);
    }

    private void record(BoundSession session, PendingReceipt receipt, Reply reply) {
        switch (reply) {
            case Reply.Answered answered ->
                answered(session, receipt, answered.frame().status());
            case Reply.NotWritten _ -> queue.release(List.of(receipt));
            case Reply.Unanswered none -> {
                session.failed("A receipt was not answered: " + none.why(), clock.instant());
                queue.postpone(receipt);
            }
        }
    }

    private void answered(BoundSession session, PendingReceipt receipt, int status) {
        if (status == SMPPConstant.STAT_ESME_ROK) {
            session.receiptTaken();
            queue.done(receipt);
            return;
        }
        session.failed("A receipt was answered with 0x%08X".formatted(status), clock.instant());
        if (REFUSED.contains(status)) {
            queue.done(receipt);
        } else {
            queue.postpone(receipt);
        }
    }
}

package io.heliograph.smppserver;

import io.heliograph.smpp.Frame;
import io.heliograph.smpp.Link;
import io.heliograph.smpp.MalformedPduException;
import io.heliograph.smpp.Pdus;
import io.heliograph.smpp.RefusedException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Bind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is said on one link, from its bind to its end. */
final class Conversation implements Link.Listener {

    private static final Logger log = LoggerFactory.getLogger(Conversation.class);

    /** What a guess at a password costs. */
    private static final Duration AFTER_WRONG_PASSWORD = Duration.ofSeconds(1);

    /** How long the other side has to close the link. */
    private static final Duration AFTER_UNBIND = Duration.ofSeconds(5);

    private final Link link;
    private final Peer peer;
    private final Binding binding;
    private final Submitting submitting;
    private final Asking asking;
    private final Clock clock;
    private final long since = System.nanoTime();

    private volatile @Nullable BoundSession session;

    Conversation(Link link, Peer peer, Binding binding, Submitting submitting, Asking asking, Clock clock) {
        this.link = link;
        this.peer = peer;
        this.binding = binding;
        this.submitting = submitting;
        this.asking = asking;
        this.clock = clock;
    }

    Link link() {
        return link;
    }

    /** Whether the machine of this address is the other side. */
    boolean isWith(String address) {
        return peer.address().equals(address);
    }

    /** Whether it was given so long to bind, and did not. */
    boolean isUnboundFor(Duration time) {
        return session == null && System.nanoTime() - since > time.toNanos();
    }

    @Override
    public void requested(Frame frame) {
        BoundSession bound = session;
        Optional<BindMode> mode = BindMode.of(frame.commandId());
        if (mode.isPresent()) {
            link.answer(answered(frame, () -> bind(frame, mode.get())));
            ready();
        } else if (bound == null) {
            link.answer(Pdus.response(frame, Status.WRONG_BIND));
            link.close("It spoke before it was bound");
        } else if (frame.commandId() == SMPPConstant.CID_UNBIND) {
            unbind(bound, frame);
        } else {
            inWindow(bound, frame);
        }
    }

    @Override
    public void closed(String why) {
        BoundSession bound = session;
        if (bound != null) {
            log.debug("{} is unbound: {}", bound.credential().systemId(), why);
            binding.ended(bound);
        }
    }

    private byte[] bind(Frame frame, BindMode mode) {
        if (session != null) {
            return Pdus.response(frame, Status.BOUND_ALREADY);
        }
        Bind bind = Pdus.bind(frame);
        try {
            session = binding.bind(Pdus.text(bind.getSystemId()), Pdus.text(bind.getPassword()), mode, peer, link);
            return Pdus.bindResponse(frame, Binding.OUR_SYSTEM_ID);
        } catch (RefusedException e) {
            log.info("A bind of {} is refused: {}", peer.address(), e.reason());
            // The link stays until the other side closes it or its time to bind is over, as after an unbind.
            pause(AFTER_WRONG_PASSWORD);
            throw e;
        }
    }

    /** The other side closes the link; some lose an answer that is followed by the end of the connection. */
    private void unbind(BoundSession bound, Frame frame) {
        session = null;
        binding.ended(bound);
        link.answer(Pdus.response(frame, Status.OK));
        Thread.ofVirtual().name("smpp-unbound").start(() -> {
            pause(AFTER_UNBIND);
            link.close("Unbound by the other side");
        });
    }

    /** Worked on beside others; while the window is full, nothing more is read, and the other side waits. */
    private void inWindow(BoundSession bound, Frame frame) {
        bound.window().acquireUninterruptibly();
        Thread.ofVirtual().name("smpp-request").start(() -> {
            try {
                link.answer(answered(frame, () -> answer(bound, frame)));
            } finally {
                bound.window().release();
            }
        });
    }

    private byte[] answer(BoundSession bound, Frame frame) {
        UUID tenantId = bound.credential().tenantId();
        return switch (frame.commandId()) {
            case SMPPConstant.CID_SUBMIT_SM -> {
                requireTransmitter(bound);
                yield Pdus.submitted(
                        frame, submitting.submit(bound, Pdus.submitSm(frame)).toString());
            }
            case SMPPConstant.CID_QUERY_SM -> {
                requireTransmitter(bound);
                yield asking.query(tenantId, frame);
            }
            case SMPPConstant.CID_CANCEL_SM -> {
                requireTransmitter(bound);
                yield asking.cancel(tenantId, frame);
            }
            case SMPPConstant.CID_REPLACE_SM, SMPPConstant.CID_SUBMIT_MULTI, SMPPConstant.CID_DATA_SM ->
                throw new RefusedException(Status.UNKNOWN_COMMAND, "Only submit_sm, query_sm and cancel_sm are served");
            default -> Pdus.genericNack(Status.UNKNOWN_COMMAND, frame.sequence());
        };
    }

    private static void requireTransmitter(BoundSession bound) {
        if (!bound.mode().mayTransmit()) {
            throw new RefusedException(Status.WRONG_BIND, "A receiver does not submit");
        }
    }

    /** Every request is answered, whatever comes of it. */
    private byte[] answered(Frame frame, Answer answer) {
        try {
            return answer.make();
        } catch (RefusedException e) {
            return refused(frame, e.status(), e.reason());
        } catch (MalformedPduException e) {
            return refused(frame, e.status(), "A PDU that can't be read");
        } catch (RuntimeException e) {
            log.error("A request of {} failed", peer.address(), e);
            return refused(frame, Status.SYSTEM_ERROR, "An error of ours");
        }
    }

    private byte[] refused(Frame frame, int status, String reason) {
        BoundSession bound = session;
        if (bound != null) {
            bound.failed("0x%08X %s".formatted(status, reason), clock.instant());
        }
        return Pdus.response(frame, status);
    }

    private void ready() {
        BoundSession bound = session;
        if (bound != null) {
            bound.ready();
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Makes the answer to a request. */
    private interface Answer {
        byte[] make();
    }
}

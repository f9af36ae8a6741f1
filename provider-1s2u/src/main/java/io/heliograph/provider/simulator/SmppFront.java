package io.heliograph.provider.simulator;

import io.heliograph.provider.ReportedState;
import io.heliograph.smpp.Coding;
import io.heliograph.smpp.Frame;
import io.heliograph.smpp.Link;
import io.heliograph.smpp.MalformedPduException;
import io.heliograph.smpp.Pdus;
import io.heliograph.smpp.RefusedException;
import io.heliograph.smpp.UserData;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Bind;
import org.jsmpp.bean.SubmitSm;

/** 1s2u's SMPP interface on 127.0.0.1, with the same account and the same {@link MagicNumber}s (contract M1 to M6). */
final class SmppFront implements AutoCloseable {

    private static final int TIMES_UNAVAILABLE = 2;
    private static final Duration IDLE = Duration.ofSeconds(60);

    private static final Duration BEFORE_THE_ANSWER = Duration.ofMillis(100);

    private final SimulatedAccount account;
    private final SimulatorOptions.Timing timing;
    private final Recent<SentMessage> sent;
    private final BooleanSupplier isDown;
    private final Clock clock;
    private final SmppReceipts receipts;
    private final Joining joining = new Joining();
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> timesUnavailable = new ConcurrentHashMap<>();
    private final ServerSocket server;

    SmppFront(
            SimulatedAccount account,
            SimulatorOptions.Timing timing,
            Recent<SentMessage> sent,
            BooleanSupplier isDown,
            Clock clock)
            throws IOException {
        this.account = account;
        this.timing = timing;
        this.sent = sent;
        this.isDown = isDown;
        this.clock = clock;
        this.receipts = new SmppReceipts(timing, clock);
        this.server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("1s2u-simulator-smpp").start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Cuts all sessions, as when a cable is pulled. */
    void cut() {
        links.forEach(link -> link.close("Cut"));
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException _) {
            // It is closed, one way or the other.
        }
        cut();
        receipts.close();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Link link = new Link(socket, IDLE);
                links.add(link);
                link.start(new Session(link));
            } catch (IOException _) {
                // Either this one connection, or the end of all.
            }
        }
    }

    private int statusOf(String number) {
        return switch (MagicNumber.of(number)) {
            case REFUSED_NUMBER -> SMPPConstant.STAT_ESME_RINVDSTADR;
            case REFUSED_NETWORK -> SMPPConstant.STAT_ESME_RSUBMITFAIL;
            case UNAVAILABLE_TWICE -> isUnavailable(number) ? SMPPConstant.STAT_ESME_RMSGQFUL : 0;
            case UNDELIVERED,
                    EXPIRED,
                    SILENT,
                    SILENT_FOR_GOOD,
                    REPORTED_THREE_TIMES,
                    REPORTED_BEFORE_THE_ANSWER,
                    DELIVERED_AFTER_ALL,
                    REPORTED_LATE,
                    ORDINARY -> account.charge(1) ? 0 : SMPPConstant.STAT_ESME_RSUBMITFAIL;
        };
    }

    private boolean isUnavailable(String number) {
        return timesUnavailable.merge(number, 1, Integer::sum) <= TIMES_UNAVAILABLE;
    }

    /** One client that has connected. */
    private final class Session implements Link.Listener {

        private final Link link;
        private volatile boolean bound;

        Session(Link link) {
            this.link = link;
        }

        @Override
        public void requested(Frame frame) {
            try {
                answer(frame).ifPresent(link::answer);
            } catch (MalformedPduException e) {
                link.answer(Pdus.response(frame, e.status()));
            } catch (RefusedException e) {
                link.answer(Pdus.response(frame, e.status()));
            }
            if (frame.commandId() == SMPPConstant.CID_UNBIND) {
                link.close("Unbound");
            }
        }

        @Override
        public void closed(String why) {
            links.remove(link);
            receipts.remove(link);
        }

        private Optional<byte[]> answer(Frame frame) {
            return switch (frame.commandId()) {
                case SMPPConstant.CID_BIND_TRANSCEIVER,
                        SMPPConstant.CID_BIND_TRANSMITTER,
                        SMPPConstant.CID_BIND_RECEIVER -> Optional.of(bind(frame));
                case SMPPConstant.CID_UNBIND -> Optional.of(Pdus.response(frame, 0));
                case SMPPConstant.CID_SUBMIT_SM -> submit(frame);
                default -> Optional.of(Pdus.response(frame, SMPPConstant.STAT_ESME_RINVCMDID));
            };
        }

        private byte[] bind(Frame frame) {
            Bind bind = Pdus.bind(frame);
            if (!account.accepts(Pdus.text(bind.getSystemId()), Pdus.text(bind.getPassword()))) {
                return Pdus.response(frame, SMPPConstant.STAT_ESME_RINVPASWD);
            }
            bound = true;
            if (frame.commandId() != SMPPConstant.CID_BIND_TRANSMITTER) {
                receipts.add(link);
            }
            return Pdus.bindResponse(frame, "1s2u");
        }

        private static void pause() {
            try {
                Thread.sleep(BEFORE_THE_ANSWER);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        /** Nothing for a number that is silent. */
        private Optional<byte[]> submit(Frame frame) {
            if (!bound) {
                return Optional.of(Pdus.response(frame, SMPPConstant.STAT_ESME_RINVBNDSTS));
            }
            if (isDown.getAsBoolean()) {
                return Optional.of(Pdus.response(frame, SMPPConstant.STAT_ESME_RMSGQFUL));
            }
            if (!account.admitsRequest()) {
                return Optional.of(Pdus.response(frame, SMPPConstant.STAT_ESME_RTHROTTLED));
            }
            SubmitSm submit = Pdus.submitSm(frame);
            String number = Pdus.text(submit.getDestAddress());
            int status = statusOf(number);
            return status == 0 ? taken(frame, submit, number) : Optional.of(Pdus.response(frame, status));
        }

        private Optional<byte[]> taken(Frame frame, SubmitSm submit, String number) {
            SentPart part = new SentPart(UUID.randomUUID().toString(), submit, clock.instant());
            UserData data = UserData.of(submit);
            joining.add(part, data)
                    .ifPresent(whole -> sent.add(new SentMessage(
                            part.id(), number, part.sender(), whole.text(), whole.segments(), clock.instant())));
            MagicNumber magic = MagicNumber.of(number);
            if (magic == MagicNumber.REPORTED_BEFORE_THE_ANSWER) {
                receipts.sendNow(part, ReportedState.DELIVRD);
                pause();
            }
            magic.reports(timing).forEach(planned -> receipts.send(part, planned.state(), planned.after()));
            return magic.isSilent() ? Optional.empty() : Optional.of(Pdus.submitted(frame, part.id()));
        }
    }

    /** The text of a part, as it can be read by itself. */
    static String text(SubmitSm submit, byte[] bytes) {
        return Coding.of(submit.getDataCoding())
                .flatMap(coding -> coding.decode(bytes))
                .orElseThrow(() -> new RefusedException(SMPPConstant.STAT_ESME_RINVDCS, "No text"));
    }
}

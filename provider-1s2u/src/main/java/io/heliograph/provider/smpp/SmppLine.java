package io.heliograph.provider.smpp;

import io.heliograph.provider.DeliveryReport;
import io.heliograph.smpp.Frame;
import io.heliograph.smpp.Link;
import io.heliograph.smpp.MalformedPduException;
import io.heliograph.smpp.OutgoingPart;
import io.heliograph.smpp.Pdus;
import io.heliograph.smpp.Reply;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.DeliverSm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One session with 1s2u, from its bind to its end. */
public final class SmppLine implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SmppLine.class);

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration BIND = Duration.ofSeconds(10);
    private static final Duration UNBIND = Duration.ofSeconds(2);

    /** What is not answered by then stays without an answer: its message becomes uncertain. */
    private static final Duration DRAIN = Duration.ofSeconds(10);

    private static final Duration IDLE = Duration.ofSeconds(30);

    /** After so long a close gives up telling the other side; without, one that does not read would hold it for ever. */
    private static final int LINGER_SECONDS = 1;

    private final Link link;
    private final Semaphore window;
    private final int width;
    private final LongAdder sent = new LongAdder();

    private SmppLine(Link link, int width) {
        this.link = link;
        this.width = width;
        this.window = new Semaphore(width, true);
    }

    /** What comes in on a session. */
    public interface Inbox {

        /** Keeps a receipt; what it throws makes 1s2u send it again. */
        void keep(DeliveryReport report, String raw);

        /** The session ended. */
        void ended(String why);
    }

    /**
     * Connects and binds as a transceiver.
     *
     * @throws BindRefusedException when 1s2u says no
     * @throws IOException when it can't be reached, or does not answer
     */
    public static SmppLine bind(SmppTarget target, IdForm ids, Inbox inbox, Clock clock) throws IOException {
        Link link = new Link(connected(target), IDLE);
        link.start(new Incoming(link, new ReceiptReader(ids), inbox, clock));
        Reply reply = link.ask(sequence -> Pdus.bindTransceiver(sequence, target.systemId(), target.password()), BIND);
        switch (reply) {
            case Reply.Answered answered
            when answered.frame().status() == SMPPConstant.STAT_ESME_ROK -> {
                return new SmppLine(link, target.window());
            }
            case Reply.Answered answered -> {
                link.close("The bind was refused");
                throw new BindRefusedException(answered.frame().status());
            }
            case Reply.NotWritten none -> throw new IOException(none.why());
            case Reply.Unanswered none -> {
                link.close("The bind was not answered");
                throw new IOException(none.why());
            }
        }
    }

    /** Sends one part when the window has room; not sent at all if that takes longer than {@code timeout}. */
    public Reply send(OutgoingPart part, Duration timeout) throws InterruptedException {
        if (!window.tryAcquire(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
            return new Reply.NotWritten("The window was full for " + timeout.toSeconds() + " s");
        }
        try {
            Reply reply = link.ask(part::pdu, timeout);
            if (!(reply instanceof Reply.NotWritten)) {
                sent.increment();
            }
            return reply;
        } finally {
            window.release();
        }
    }

    public boolean isOpen() {
        return link.isOpen();
    }

    /** Parts that wait for their answer. */
    public int inWindow() {
        return width - window.availablePermits();
    }

    /** Parts that left. */
    public long sent() {
        return sent.sum();
    }

    public void closeIfStuck() {
        link.closeIfStuck();
    }

    /** Takes no more parts, waits a while for the answers to those that left, says good-bye, and closes. */
    @Override
    public void close() {
        boolean drained = drain();
        link.ask(Pdus::unbind, UNBIND);
        link.close("Unbound by us");
        if (drained) {
            window.release(width);
        }
    }

    private boolean drain() {
        try {
            return window.tryAcquire(width, DRAIN.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Socket connected(SmppTarget target) throws IOException {
        Socket plain = new Socket();
        try {
            plain.connect(new InetSocketAddress(target.host(), target.port()), (int) CONNECT.toMillis());
            SSLSocketFactory tls = target.tls();
            if (tls == null) {
                return plain;
            }
            plain.setSoTimeout((int) CONNECT.toMillis());
            SSLSocket socket = (SSLSocket) tls.createSocket(plain, target.host(), target.port(), true);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.setSoLinger(true, LINGER_SECONDS);
            socket.startHandshake();
            return socket;
        } catch (IOException | RuntimeException e) {
            plain.close();
            throw e;
        }
    }

    /** What 1s2u says of itself. */
    private record Incoming(Link link, ReceiptReader reader, Inbox inbox, Clock clock) implements Link.Listener {

        @Override
        public void requested(Frame frame) {
            switch (frame.commandId()) {
                case SMPPConstant.CID_DELIVER_SM -> link.answer(Pdus.delivered(frame, keep(frame)));
                case SMPPConstant.CID_UNBIND -> {
                    link.answer(Pdus.response(frame, SMPPConstant.STAT_ESME_ROK));
                    link.close("Unbound by 1s2u");
                }
                default -> link.answer(Pdus.genericNack(SMPPConstant.STAT_ESME_RINVCMDID, frame.sequence()));
            }
        }

        @Override
        public void closed(String why) {
            inbox.ended(why);
        }

        /** The answer promises that it is on disk (contract D4). */
        private int keep(Frame frame) {
            try {
                DeliverSm deliver = Pdus.deliverSm(frame);
                reader.read(deliver, clock.instant())
                        .ifPresentOrElse(
                                report -> inbox.keep(report, ReceiptReader.text(deliver)),
                                () -> log.info("1s2u delivered a message that is no receipt; it is dropped"));
                return SMPPConstant.STAT_ESME_ROK;
            } catch (MalformedPduException e) {
                log.warn("1s2u delivered a PDU that can't be read", e);
                return e.status();
            } catch (RuntimeException e) {
                log.error("A receipt was not kept; 1s2u is told to send it again", e);
                return SMPPConstant.STAT_ESME_RX_T_APPN;
            }
        }
    }
}

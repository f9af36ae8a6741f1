package io.heliograph.smpp;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntFunction;
import org.jsmpp.SMPPConstant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection that speaks SMPP, from either end. Reads on a virtual thread of its own, so an idle one costs a few
 * kilobytes; answers {@code enquire_link} itself, and sends one when nothing was heard for a while.
 */
public final class Link implements AutoCloseable {

    /** A write that takes longer is one that nobody reads. */
    private static final Duration LONGEST_WRITE = Duration.ofSeconds(20);

    private static final int BUFFER_BYTES = 2_048;
    private static final Logger log = LoggerFactory.getLogger(Link.class);

    /** What the owner of a link is told; from its reading thread, which is to be kept no longer than wanted. */
    public interface Listener {

        /** A request came. While this does not return, nothing more is read. */
        void requested(Frame request);

        /** The link is closed, for whatever reason; said once. */
        void closed(String why);
    }

    private final Socket socket;
    private final DataInputStream in;
    private final Questions questions = new Questions();
    private final AtomicReference<@Nullable String> closed = new AtomicReference<>();
    private final ReentrantLock writing = new ReentrantLock();
    private volatile long writingSince;

    /**
     * A link over a connection that is there already.
     *
     * @param idle after so long without a byte the other side is asked whether it is there; after twice as long it is not
     */
    public Link(Socket socket, Duration idle) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) idle.toMillis());
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES));
    }

    /** Begins to read. */
    public void start(Listener listener) {
        Thread.ofVirtual().name("smpp-link").start(() -> read(listener));
    }

    /** Sends a request, and waits for its answer; {@code pdu} makes it of its sequence number. */
    public Reply ask(IntFunction<byte[]> pdu, Duration timeout) {
        int number = questions.number();
        byte[] request = pdu.apply(number);
        Future<Frame> answer = questions.put(number);
        try {
            String refused = write(request);
            return refused == null
                    ? new Reply.Answered(answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS))
                    : new Reply.NotWritten(refused);
        } catch (TimeoutException _) {
            return new Reply.Unanswered("No answer within " + timeout.toMillis() / 1000.0 + " s");
        } catch (IOException | ExecutionException _) {
            return new Reply.Unanswered(whyClosed());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Reply.Unanswered("Interrupted");
        } finally {
            questions.drop(number);
        }
    }

    /** Sends a response; if the link is closed meanwhile, nobody is there to hear it. */
    public void answer(byte[] response) {
        try {
            write(response);
        } catch (IOException e) {
            log.debug("A response could not be written", e);
        }
    }

    public boolean isOpen() {
        return closed.get() == null;
    }

    /** Why it is closed; an empty text while it is open. */
    public String whyClosed() {
        String why = closed.get();
        return why == null ? "" : why;
    }

    /** Closes it if the other side has not read for so long that it never will; without waiting for its end. */
    public void closeIfStuck() {
        long since = writingSince;
        if (since != 0 && System.nanoTime() - since > LONGEST_WRITE.toNanos()) {
            Thread.startVirtualThread(() -> close("The other side does not read"));
        }
    }

    @Override
    public void close() {
        close("Closed by us");
    }

    /** Closes it; who waits for an answer has none. */
    public void close(String why) {
        if (!closed.compareAndSet(null, why)) {
            return;
        }
        try {
            socket.close();
        } catch (IOException e) {
            log.debug("Closing a connection failed", e);
        }
        questions.giveUp(why);
    }

    /** Returns why nothing was written, or null where all was. */
    private @Nullable String write(byte[] pdu) throws IOException {
        writing.lock();
        try {
            if (!isOpen()) {
                return whyClosed();
            }
            writingSince = System.nanoTime() | 1;
            socket.getOutputStream().write(pdu);
            return null;
        } catch (IOException e) {
            close(words(e));
            throw e;
        } finally {
            writingSince = 0;
            writing.unlock();
        }
    }

    private void read(Listener listener) {
        try {
            while (isOpen()) {
                readOne(listener);
            }
        } catch (EOFException _) {
            close("Closed by the other side");
        } catch (Frame.BadLengthException e) {
            answer(Pdus.genericNack(SMPPConstant.STAT_ESME_RINVCMDLEN, 0));
            close(words(e));
        } catch (SocketTimeoutException _) {
            close("Nothing was heard in time");
        } catch (IOException e) {
            close(words(e));
        } catch (RuntimeException e) {
            log.error("A link failed", e);
            close("An error of ours");
        } finally {
            listener.closed(whyClosed());
        }
    }

    private void readOne(Listener listener) throws IOException {
        Frame frame = Frame.read(firstByte(), in);
        if (frame.isResponse()) {
            questions.answer(frame);
        } else if (frame.commandId() == SMPPConstant.CID_ENQUIRE_LINK) {
            answer(Pdus.response(frame, SMPPConstant.STAT_ESME_ROK));
        } else {
            listener.requested(frame);
        }
    }

    /** Only here a pause is allowed: within a PDU it means that the rest will not come. */
    private int firstByte() throws IOException {
        int first;
        try {
            first = in.read();
        } catch (SocketTimeoutException _) {
            write(Pdus.enquireLink(questions.number()));
            first = in.read();
        }
        if (first < 0) {
            throw new EOFException();
        }
        return first;
    }

    private static String words(IOException e) {
        return e instanceof SocketException || e.getMessage() == null
                ? "The connection broke"
                : String.valueOf(e.getMessage());
    }
}

package io.heliograph.crash;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a program reaches another through, on the loopback address: whole, cut, frozen (connections stay open and nothing
 * moves), slow, or losing the replies. Who watches it sees everything just before and just after it passes.
 */
final class Wire implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;
    private static final int BACKLOG = 500;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);

    private final ServerSocket listener;
    private final int target;
    private final Watcher watcher;
    private final Set<Line> lines = ConcurrentHashMap.newKeySet();

    private volatile State state = State.WHOLE;
    private volatile Duration delay = Duration.ZERO;

    private Wire(ServerSocket listener, int target, Watcher watcher) {
        this.listener = listener;
        this.target = target;
        this.watcher = watcher;
    }

    /** What a wire does to what is sent through it. */
    enum State {
        WHOLE,
        CUT,
        FROZEN,
        REPLIES_LOST
    }

    /** Which way something goes. */
    enum Way {
        REQUEST,
        REPLY
    }

    /** Some bytes on a connection; the caller's port names the connection. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared: it is a view on a buffer.
    record Passage(Way way, int callersPort, byte[] bytes, int length) {}

    /** Sees what passes; may take its time, and what it watches waits. */
    interface Watcher {

        Watcher NOBODY = new Watcher() {};

        /** Just before it passes; false if the connection ends here and it never arrives. */
        default boolean lets(Passage passage) {
            return true;
        }

        /** A connection has ended; its port may be another's next. */
        default void closed(int callersPort) {}

        /** Just after it has passed. */
        default void passed(Passage passage) {}
    }

    /** A wire to this port. */
    static Wire to(int target, Watcher watcher) {
        try {
            ServerSocket listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
            Wire wire = new Wire(listener, target, watcher);
            Thread.ofVirtual().start(wire::accept);
            return wire;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Makes it fail; a wire that is cut loses its connections and gets no new ones. */
    void become(State next) {
        state = next;
        if (next == State.CUT) {
            lines.forEach(Line::close);
        }
    }

    /** Whole again. Connections that have lost something are closed, as the two ends speak of different things. */
    void mend() {
        boolean lost = state == State.REPLIES_LOST;
        delay = Duration.ZERO;
        state = State.WHOLE;
        if (lost) {
            lines.forEach(Line::close);
        }
    }

    /** From now on everything takes this much longer. */
    void slow(Duration by) {
        delay = by;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        lines.forEach(Line::close);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket caller = listener.accept();
                if (state == State.CUT) {
                    caller.close();
                } else {
                    Thread.ofVirtual().start(() -> connect(caller));
                }
            } catch (IOException _) {
                // The listener is closed, or the caller has gone already.
            }
        }
    }

    private void connect(Socket caller) {
        try {
            Socket called = new Socket();
            called.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), 2_000);
            Line line = new Line(caller, called);
            lines.add(line);
            called.setTcpNoDelay(true);
            caller.setTcpNoDelay(true);
            Thread.ofVirtual().start(() -> line.carry(Way.REPLY, called, caller));
            line.carry(Way.REQUEST, caller, called);
        } catch (IOException _) {
            quietly(caller);
        }
    }

    private static void quietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // It is of no use any more in either case.
        }
    }

    /** One connection through the wire. */
    private final class Line {

        private final Socket caller;
        private final Socket called;

        Line(Socket caller, Socket called) {
            this.caller = caller;
            this.called = called;
        }

        void carry(Way way, Socket from, Socket to) {
            byte[] bytes = new byte[BUFFER];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int length = in.read(bytes); length > 0; length = in.read(bytes)) {
                    Passage passage = new Passage(way, caller.getPort(), bytes, length);
                    if (!watcher.lets(passage)) {
                        return;
                    }
                    if (isToPass(way)) {
                        out.write(bytes, 0, length);
                        watcher.passed(passage);
                    }
                }
            } catch (IOException _) {
                // One end has gone, so the other end is told by closing it.
            } finally {
                close();
            }
        }

        void close() {
            if (lines.remove(this)) {
                watcher.closed(caller.getPort());
            }
            quietly(caller);
            quietly(called);
        }

        private boolean isToPass(Way way) throws IOException {
            pause(delay);
            while (state == State.FROZEN) {
                pause(LOOK_AGAIN);
            }
            return state == State.WHOLE || (state == State.REPLIES_LOST && way == Way.REQUEST);
        }

        private static void pause(Duration time) throws IOException {
            try {
                Thread.sleep(time);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }
}

package io.heliograph.processes;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Arrays;

/**
 * Calls an HTTP/1.1 server in a closed loop: each connection sends its next request when it has the answer to the last.
 * One thread; connections are kept, and opened again where the server closes them.
 */
public final class Caller {

    private static final int BUFFER = 8 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final InetSocketAddress server;
    private final Requests requests;
    private final Selector selector;
    private final Latencies latencies = new Latencies();

    private long deadline;
    private long answered;
    private int busy;

    private Caller(InetSocketAddress server, Requests requests, Selector selector) {
        this.server = server;
        this.requests = requests;
        this.selector = selector;
    }

    /** What came of it: answers, seconds from the first request to the last answer, and how long each took. */
    public record Result(long answered, double seconds, Latencies latencies) {

        public long perSecond() {
            return Math.round(answered / Math.max(seconds, 1e-9));
        }
    }

    /** Calls until there are no more requests, or for {@code most}; what is under way then is still waited for. */
    public static Result call(InetSocketAddress server, int connections, Requests requests, Duration most)
            throws IOException {
        try (Selector selector = Selector.open()) {
            Caller caller = new Caller(server, requests, selector);
            long started = System.nanoTime();
            caller.deadline = started + most.toNanos();
            for (int i = 0; i < connections; i++) {
                caller.send(new Line());
            }
            long last = caller.run();
            return new Result(caller.answered, (last - started) / 1e9, caller.latencies);
        }
    }

    private long run() throws IOException {
        long last = System.nanoTime();
        while (busy > 0) {
            if (selector.select(PATIENCE.toMillis()) == 0) {
                throw new IOException("No answer within " + PATIENCE.toSeconds() + " s on " + busy + " connections");
            }
            for (SelectionKey key : selector.selectedKeys()) {
                if (key.attachment() instanceof Line line && line.read()) {
                    last = System.nanoTime();
                    answered++;
                    latencies.add(last - line.sentAt);
                    requests.answered(line.status(), line.bytes, line.bodyStart, line.bodyEnd);
                    line.done(key);
                    busy--;
                    send(line);
                }
            }
            selector.selectedKeys().clear();
        }
        return last;
    }

    private void send(Line line) throws IOException {
        byte[] request = System.nanoTime() < deadline ? requests.next() : null;
        if (request == null) {
            line.close();
        } else {
            busy++;
            line.send(request, server, selector);
        }
    }

    /** One connection. */
    private static final class Line {

        private SocketChannel channel;
        private byte[] bytes = new byte[BUFFER];
        private int filled;
        private int bodyStart;
        private int bodyEnd;
        private long sentAt;

        @SuppressWarnings("NullAway.Init")
        Line() {}

        void send(byte[] request, InetSocketAddress server, Selector selector) throws IOException {
            sentAt = System.nanoTime();
            if (channel == null || !channel.isOpen()) {
                channel = SocketChannel.open(server);
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true).configureBlocking(false);
                channel.register(selector, SelectionKey.OP_READ, this);
            }
            ByteBuffer buffer = ByteBuffer.wrap(request);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        }

        /** Whether the answer is complete now. */
        boolean read() throws IOException {
            int read = channel.read(ByteBuffer.wrap(bytes, filled, bytes.length - filled));
            if (read < 0) {
                throw new EOFException("Closed instead of an answer");
            }
            filled += read;
            if (filled == bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * bytes.length);
            }
            bodyStart = HttpBytes.bodyStart(bytes, 0, filled);
            if (bodyStart < 0) {
                return false;
            }
            bodyEnd = bodyStart + HttpBytes.contentLength(bytes, 0, bodyStart);
            return bodyEnd <= filled;
        }

        int status() {
            return (bytes[9] - '0') * 100 + (bytes[10] - '0') * 10 + bytes[11] - '0';
        }

        void done(SelectionKey key) throws IOException {
            filled = 0;
            if (HttpBytes.closes(bytes, 0, bodyStart)) {
                key.cancel();
                channel.close();
            }
        }

        void close() throws IOException {
            if (channel != null) {
                channel.close();
            }
        }
    }
}

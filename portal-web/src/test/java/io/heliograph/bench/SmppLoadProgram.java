package io.heliograph.bench;

import io.heliograph.processes.Figures;
import io.heliograph.processes.Latencies;
import io.heliograph.processes.Options;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;

/**
 * Sends {@code submit_sm} to a portal as fast as it answers: sessions, each with so many requests under way, bounded in
 * count and time; and prints what came of it. One thread, and PDUs of which only a few bytes differ.
 */
final class SmppLoadProgram {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int BUFFER = 64 * 1024;
    private static final int LARGEST = 512;

    private final int window;
    private final long deadline;
    private final Latencies latencies = new Latencies();
    private final SmppBytes bytes;
    private long number;
    private long left;
    private long answered;
    private long accepted;
    private int underWay;
    private String otherwise = "";

    private SmppLoadProgram(Options options) {
        this.window = options.number("window", 16);
        this.number = Long.parseLong(options.text("first", "447700000000"));
        this.left = options.number("requests", 1_000);
        this.deadline = System.nanoTime()
                + Duration.ofSeconds(options.number("seconds", 10)).toNanos();
        this.bytes = SmppBytes.of(number, options.text("text", "same").equals("own"));
    }

    public static void main(String[] arguments) throws IOException {
        Options options = Options.of(arguments);
        SmppLoadProgram load = new SmppLoadProgram(options);
        double seconds = load.run(options.number("smpp", 2779), options.number("connections", 1));
        System.out.print(Figures.of(Map.of(
                        "answered",
                        load.answered,
                        "accepted",
                        load.accepted,
                        "otherwise",
                        load.otherwise,
                        "seconds",
                        seconds,
                        "p50",
                        load.latencies.millis(0.5),
                        "p95",
                        load.latencies.millis(0.95),
                        "p99",
                        load.latencies.millis(0.99)))
                .lines());
    }

    private double run(int port, int sessions) throws IOException {
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < sessions; i++) {
                new Session(port).begin(selector);
            }
            long started = System.nanoTime();
            long last = started;
            while (underWay > 0) {
                if (selector.select(PATIENCE.toMillis()) == 0) {
                    throw new IOException("No answer within " + PATIENCE.toSeconds() + " s");
                }
                for (SelectionKey key : selector.selectedKeys()) {
                    if (key.attachment() instanceof Session session) {
                        session.read();
                    }
                }
                selector.selectedKeys().clear();
                last = System.nanoTime();
            }
            return (last - started) / 1e9;
        }
    }

    /** One session. A request's sequence number tells its place in the window, and so when it left. */
    private final class Session {

        private final SocketChannel channel;
        private final ByteBuffer in = ByteBuffer.allocate(BUFFER);
        private final ByteBuffer out;
        private final long[] sentAt = new long[window];

        Session(int port) throws IOException {
            out = ByteBuffer.allocate(window * LARGEST);
            channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.write(ByteBuffer.wrap(SmppBytes.bind(BenchTenants.SYSTEM_ID, BenchTenants.SMPP_PASSWORD)));
            SmppBytes.requireOk(channel);
        }

        void begin(Selector selector) throws IOException {
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, this);
            for (int place = 0; place < window; place++) {
                submit(place);
            }
            flush();
        }

        void read() throws IOException {
            if (channel.read(in) < 0) {
                throw new EOFException("Closed instead of an answer");
            }
            in.flip();
            while (in.remaining() >= SmppBytes.HEADER && in.remaining() >= in.getInt(in.position())) {
                int end = in.position() + in.getInt(in.position());
                answered(in.getInt(in.position() + 4), in.getInt(in.position() + 8), in.getInt(in.position() + 12));
                in.position(end);
            }
            in.compact();
            flush();
        }

        private void answered(int command, int status, int sequence) {
            if (command != SmppBytes.SUBMIT_RESP) {
                return;
            }
            int place = (sequence - 1) % window;
            underWay--;
            answered++;
            latencies.add(System.nanoTime() - sentAt[place]);
            if (status == 0) {
                accepted++;
            } else if (otherwise.isEmpty()) {
                otherwise = "status 0x%08X".formatted(status);
            }
            submit(place);
        }

        private void submit(int place) {
            if (left > 0 && System.nanoTime() < deadline) {
                left--;
                underWay++;
                out.put(bytes.submit(place + 1, number++));
                sentAt[place] = System.nanoTime();
            }
        }

        private void flush() throws IOException {
            out.flip();
            while (out.hasRemaining()) {
                channel.write(out);
            }
            out.clear();
        }
    }
}

package io.heliograph.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * An HTTP/1.1 server for programs on the loopback address that are well behaved: one thread, connections kept, one
 * request at a time on each. It takes as little of the machine as it can, since what it measures runs on the same one.
 */
public final class LoopServer implements AutoCloseable {

    private static final int BACKLOG = 4_096;
    private static final int BUFFER = 8 * 1024;

    private final Selector selector;
    private final ServerSocketChannel listener;
    private final Consumer<Call> handler;
    private final Queue<Runnable> handedOver = new ConcurrentLinkedQueue<>();
    private final Thread thread = Thread.ofPlatform().name("loop").unstarted(this::run);

    private LoopServer(Selector selector, ServerSocketChannel listener, Consumer<Call> handler) {
        this.selector = selector;
        this.listener = listener;
        this.handler = handler;
    }

    /** Listens on this port of the loopback address, 0 for any; the handler runs on the server's thread. */
    public static LoopServer start(int port, Consumer<Call> handler) throws IOException {
        Selector selector = Selector.open();
        ServerSocketChannel listener = ServerSocketChannel.open();
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        listener.configureBlocking(false).register(selector, SelectionKey.OP_ACCEPT);
        LoopServer server = new LoopServer(selector, listener, handler);
        server.thread.start();
        return server;
    }

    public int port() {
        return listener.socket().getLocalPort();
    }

    @Override
    public void close() throws IOException {
        selector.close();
        listener.close();
    }

    private void run() {
        try {
            while (selector.isOpen()) {
                selector.select();
                for (Runnable next = handedOver.poll(); next != null; next = handedOver.poll()) {
                    next.run();
                }
                Iterator<SelectionKey> ready = selector.selectedKeys().iterator();
                while (ready.hasNext()) {
                    serve(ready.next());
                    ready.remove();
                }
            }
        } catch (ClosedSelectorException _) {
            // The server was closed.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(SelectionKey key) throws IOException {
        if (!key.isValid()) {
            return;
        }
        if (key.isAcceptable()) {
            SocketChannel channel = listener.accept();
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true).configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ).attach(new Connection(channel));
        } else if (key.attachment() instanceof Connection connection) {
            connection.ready(key);
        }
    }

    /** One connection, and the request that is open on it. */
    private final class Connection implements Call {

        private final SocketChannel channel;
        private byte[] bytes = new byte[BUFFER];
        private int filled;
        private int bodyStart;
        private int end;
        private boolean open;

        Connection(SocketChannel channel) {
            this.channel = channel;
        }

        void ready(SelectionKey key) {
            try {
                int read = channel.read(ByteBuffer.wrap(bytes, filled, bytes.length - filled));
                if (read < 0) {
                    key.cancel();
                    channel.close();
                    return;
                }
                filled += read;
                if (filled == bytes.length) {
                    bytes = Arrays.copyOf(bytes, 2 * bytes.length);
                }
                next();
            } catch (IOException _) {
                drop();
            }
        }

        @Override
        public String target() {
            int from = 0;
            while (bytes[from] != ' ') {
                from++;
            }
            int to = from + 1;
            while (bytes[to] != ' ') {
                to++;
            }
            return HttpBytes.text(bytes, from + 1, to);
        }

        @Override
        public String body() {
            return HttpBytes.text(bytes, bodyStart, end);
        }

        @Override
        public void answer(byte[] whole) {
            if (Thread.currentThread() == thread) {
                write(whole);
            } else {
                handedOver.add(() -> {
                    write(whole);
                    next();
                });
                selector.wakeup();
            }
        }

        @Override
        public void drop() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void next() {
            while (!open && channel.isOpen()) {
                bodyStart = HttpBytes.bodyStart(bytes, 0, filled);
                if (bodyStart < 0) {
                    return;
                }
                end = bodyStart + HttpBytes.contentLength(bytes, 0, bodyStart);
                if (end > filled) {
                    return;
                }
                open = true;
                handler.accept(this);
            }
        }

        /** Answers are a few bytes to a program that reads them, so the socket always has room for them. */
        private void write(byte[] whole) {
            try {
                ByteBuffer buffer = ByteBuffer.wrap(whole);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
            } catch (IOException _) {
                drop();
            }
            System.arraycopy(bytes, end, bytes, 0, filled - end);
            filled -= end;
            open = false;
        }
    }
}

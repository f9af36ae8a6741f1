package io.heliograph.db;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A MariaDB server that belongs to this process: data below the installation's home, bound to the loopback address, with
 * a password. It ends with the process; what a killed process left running is stopped at the next start.
 */
final class EmbeddedMariaDb implements AutoCloseable {

    static final String USERNAME = "heliograph";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedMariaDb.class);

    private static final String SCHEMA = "heliograph";
    /** What the server logs when it takes connections. Trying to connect could take the very port it is about to open. */
    private static final String READY = "ready for connections";

    private static final String PORT_IS_TAKEN = "Bind on TCP/IP port";

    private static final int PORTS_TRIED = 3;
    private static final Duration START_AT_MOST = Duration.ofMinutes(5);
    private static final Duration STOP_AT_MOST = Duration.ofSeconds(60);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final DatabaseHome home;
    private final Process process;
    private final int port;
    private final String password;

    private EmbeddedMariaDb(DatabaseHome home, Process process, int port, String password) {
        this.home = home;
        this.process = process;
        this.port = port;
        this.password = password;
    }

    /** How much a commit is worth. */
    enum Durability {
        /** On disk before the commit returns. */
        FULL(1),
        /** In the hands of the operating system: for tests. */
        RELAXED(2);

        private final int atCommit;

        Durability(int atCommit) {
            this.atCommit = atCommit;
        }

        /** The value of {@code innodb_flush_log_at_trx_commit}. */
        int atCommit() {
            return atCommit;
        }
    }

    /**
     * Starts the server and returns when it takes connections.
     *
     * @param folder the installation's home; an {@link EmbeddedMariaDbException} if another process uses it, or if the
     *     server can't run there
     */
    static EmbeddedMariaDb start(Path folder, Durability durability) {
        long started = System.nanoTime();
        DatabaseHome home = DatabaseHome.lock(folder);
        try {
            home.stopLeftover();
            MariaDbCommand mariaDb = new MariaDbCommand(MariaDbBinaries.unpack(home.binaries()), home);
            mariaDb.install();
            EmbeddedMariaDb server = serve(home, mariaDb, durability);
            log.info(
                    "MariaDB runs on 127.0.0.1:{} with its data in {}, after {} ms",
                    server.port,
                    home.data(),
                    Duration.ofNanos(System.nanoTime() - started).toMillis());
            return server;
        } catch (IOException e) {
            home.unlock();
            throw new EmbeddedMariaDbException("The embedded MariaDB does not start: " + e.getMessage(), e);
        } catch (RuntimeException | Error e) {
            home.unlock();
            throw e;
        }
    }

    String jdbcUrl() {
        return "jdbc:mysql://127.0.0.1:" + port + "/" + SCHEMA + "?sslMode=DISABLED";
    }

    String password() {
        return password;
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        try {
            stop(process.toHandle());
        } finally {
            home.unlock();
        }
    }

    /** Asks the server to end and waits; after a minute it is killed, which loses no committed data. */
    static void stop(ProcessHandle server) {
        server.destroy();
        try {
            server.onExit()
                    .orTimeout(STOP_AT_MOST.toSeconds(), TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException _) {
            log.warn("MariaDB does not end within {} s and is killed", STOP_AT_MOST.toSeconds());
            server.destroyForcibly();
            server.onExit().join();
        }
    }

    private static EmbeddedMariaDb serve(DatabaseHome home, MariaDbCommand mariaDb, Durability durability)
            throws IOException {
        String password = home.password();
        for (int tried = 1; ; tried++) {
            int port = freePort();
            Path users = home.writeUsers(USERNAME, password, SCHEMA);
            Process process = mariaDb.serve(port, users, durability);
            try {
                home.remember(process.pid());
                awaitStart(home, process);
                return new EmbeddedMariaDb(home, process, port, password);
            } catch (IOException | RuntimeException | Error e) {
                stop(process.toHandle());
                if (tried == PORTS_TRIED || !home.logSays(PORT_IS_TAKEN)) {
                    throw e;
                }
            } finally {
                Files.deleteIfExists(users);
            }
        }
    }

    private static void awaitStart(DatabaseHome home, Process process) throws IOException {
        long deadline = System.nanoTime() + START_AT_MOST.toNanos();
        while (!home.logSays(READY)) {
            if (!process.isAlive()) {
                throw new IOException(home.causeInLog() + " (more in " + home.log() + ")");
            }
            if (System.nanoTime() > deadline) {
                throw new IOException("no answer within " + START_AT_MOST.toMinutes() + " minutes, see " + home.log());
            }
            try {
                Thread.sleep(LOOK_AGAIN);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted");
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

package io.heliograph.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

    private static final Duration START_AT_MOST = Duration.ofSeconds(60);
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
        FULL,
        /** In the hands of the operating system: for tests. */
        RELAXED
    }

    /**
     * Starts the server and returns when it takes connections.
     *
     * @param folder the installation's home; a home that another process uses is an {@link IllegalStateException}
     */
    static EmbeddedMariaDb start(Path folder, Durability durability) {
        DatabaseHome home = DatabaseHome.lock(folder);
        try {
            home.stopLeftover();
            MariaDbBinaries binaries = MariaDbBinaries.unpack(home.binaries());
            if (!Files.isDirectory(home.data())) {
                binaries.install(home);
            }
            String password = home.password();
            int port = freePort();
            Path users = home.writeUsers(USERNAME, password, SCHEMA);
            Process process = new ProcessBuilder(command(binaries, home, port, users, durability))
                    .redirectErrorStream(true)
                    .redirectOutput(home.log().toFile())
                    .start();
            home.remember(process.pid());
            EmbeddedMariaDb server = new EmbeddedMariaDb(home, process, port, password);
            server.awaitStart();
            Files.delete(users);
            log.info("MariaDB runs on 127.0.0.1:{} with its data in {}", port, home.data());
            return server;
        } catch (IOException e) {
            home.unlock();
            throw new UncheckedIOException("The database can't be started in " + folder, e);
        } catch (RuntimeException e) {
            home.unlock();
            throw e;
        }
    }

    String jdbcUrl() {
        return "jdbc:mysql://127.0.0.1:" + port + "/" + SCHEMA;
    }

    String password() {
        return password;
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        stop(process.toHandle());
        home.unlock();
    }

    /** Asks the server to end and waits; after a minute it is killed, which loses no committed data. */
    static void stop(ProcessHandle server) {
        server.destroy();
        try {
            server.onExit().get(STOP_AT_MOST.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            server.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            log.warn("MariaDB did not end within {} s and is killed", STOP_AT_MOST.toSeconds(), e);
            server.destroyForcibly();
        }
    }

    private static List<String> command(
            MariaDbBinaries binaries, DatabaseHome home, int port, Path users, Durability durability) {
        List<String> command = new ArrayList<>();
        Path setsid = Path.of("/usr/bin/setsid");
        if (Files.isExecutable(setsid)) {
            // Ctrl+C in a terminal is for us; the server is stopped by us, after its last client.
            command.add(setsid.toString());
        }
        command.addAll(List.of(
                binaries.server().toString(),
                "--no-defaults",
                "--basedir=" + binaries.folder(),
                "--datadir=" + home.data(),
                "--lc-messages-dir=" + binaries.folder().resolve("share"),
                "--init-file=" + users,
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--socket=mariadb.sock",
                "--skip-ssl",
                "--skip-name-resolve",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_unicode_520_ci",
                "--transaction-isolation=READ-COMMITTED",
                "--default-time-zone=+00:00",
                "--max-connections=300",
                "--innodb-buffer-pool-size=256M",
                "--innodb-log-file-size=256M",
                "--innodb-lock-wait-timeout=10",
                "--innodb-flush-log-at-trx-commit=" + (durability == Durability.FULL ? 1 : 2)));
        command.addAll(MariaDbBinaries.userOption());
        return command;
    }

    private void awaitStart() throws IOException {
        long deadline = System.nanoTime() + START_AT_MOST.toNanos();
        while (!home.logSays(READY)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new IOException("MariaDB did not start. Its log ends: " + home.endOfLog());
            }
            try {
                Thread.sleep(LOOK_AGAIN);
            } catch (InterruptedException _) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
                throw new IOException("Interrupted while MariaDB was starting");
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

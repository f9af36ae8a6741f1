package io.heliograph.processes;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * A database server of its own, as it stands beside portals in earnest: the one that a sandbox has made, started again
 * exactly as the sandbox starts it, but on its own and with a binary log, every commit of which is on disk.
 */
public final class DatabaseProgram {

    private static final Duration START_AT_MOST = Duration.ofMinutes(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    private static final List<String> SYNCED_BINARY_LOG =
            List.of("--log-bin=binary", "--sync-binlog=1", "--server-id=1");
    private static final List<String> LEFT_OUT = List.of("--init-file=", "--port=", "--socket=");

    private final Path home;
    private final List<String> command;
    private final int port;
    private Program running;

    private DatabaseProgram(Path home, List<String> command, int port) {
        this.home = home;
        this.command = command;
        this.port = port;
        this.running = run();
    }

    /** How the server that serves this home now was started. */
    public static List<String> commandOf(Path home) {
        String pid = text(home.resolve("database.pid"));
        byte[] line = bytes(Path.of("/proc", pid, "cmdline"));
        Predicate<String> kept = argument -> LEFT_OUT.stream().noneMatch(argument::startsWith);
        return Arrays.stream(new String(line, StandardCharsets.UTF_8).split("\0"))
                .filter(kept)
                .toList();
    }

    /** Starts it by the command that a sandbox started it with, on this port. */
    public static DatabaseProgram start(Path home, List<String> command, int port) {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(SYNCED_BINARY_LOG);
        whole.addAll(List.of("--port=" + port, "--socket=own.sock"));
        return new DatabaseProgram(home, whole, port);
    }

    public int port() {
        return port;
    }

    public long pid() {
        return running.pid();
    }

    /** Settings of a portal that reaches it at this port, which may be that of a proxy. */
    public List<String> settings(int reachedAt) {
        return List.of(
                "--spring.datasource.url=" + url(reachedAt),
                "--spring.datasource.username=heliograph",
                "--spring.datasource.password=" + password(),
                "--heliograph.encryption-key=" + text(home.resolve("encryption.key")),
                "--heliograph.webhooks.allow-private=true");
    }

    public String url(int reachedAt) {
        return "jdbc:mysql://127.0.0.1:" + reachedAt + "/heliograph?sslMode=DISABLED";
    }

    public String password() {
        return passwordIn(home);
    }

    static String passwordIn(Path home) {
        return text(home.resolve("database.password"));
    }

    /** {@code kill -9}, as when the power fails. */
    public void kill() {
        running.kill();
    }

    public boolean isAlive() {
        return running.isAlive();
    }

    /** Starts it again after a kill, and returns when it takes connections. */
    public void restart() {
        running = run();
    }

    public void stop() {
        running.close();
    }

    private Program run() {
        Program program = Program.start(home.resolve("own-database.log"), command);
        await().atMost(START_AT_MOST)
                .pollDelay(LOOK_AGAIN)
                .pollInterval(LOOK_AGAIN)
                .until(() -> takesConnections(program));
        return program;
    }

    private boolean takesConnections(Program program) {
        if (!program.isAlive()) {
            throw new IllegalStateException("The database does not start:\n" + program.log());
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return socket.getInputStream().read() > 0;
        } catch (IOException _) {
            return false;
        }
    }

    private static String text(Path file) {
        return new String(bytes(file), StandardCharsets.UTF_8).strip();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

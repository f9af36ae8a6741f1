package io.heliograph.line;

import static org.awaitility.Awaitility.await;

import io.heliograph.processes.PortalProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged portal as a process of its own, as it is run in earnest. */
final class PortalProcess implements AutoCloseable {

    private static final Duration START_AT_MOST = Duration.ofMinutes(3);
    private static final Pattern STARTED = Pattern.compile("Tomcat started on port (\\d+)");
    private static final Pattern DATABASE = Pattern.compile("MariaDB runs on 127\\.0\\.0\\.1:(\\d+)");

    private final Process process;
    private final Path log;

    private PortalProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts it with these settings and returns when it serves pages; its log is {@code target/<name>.log}. */
    static PortalProcess start(String name, Map<String, String> settings) {
        Path log = Path.of("target", name + ".log");
        List<String> command = new ArrayList<>(PortalProgram.command(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1")));
        command.addAll(List.of(
                "--server.port=0",
                "--heliograph.smpp.port=0",
                "--heliograph.smtp.port=0",
                "--heliograph.dispatch.lease-reserve=10s"));
        settings.forEach((key, value) -> command.add("--" + key + "=" + value));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            PortalProcess portal = new PortalProcess(process, log);
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            await().atMost(START_AT_MOST).until(() -> portal.serves() || !process.isAlive());
            if (!portal.serves()) {
                throw new IllegalStateException("The portal did not start:\n" + portal.logged());
            }
            return portal;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Calls calls() {
        return new Calls(Integer.parseInt(said(STARTED).orElseThrow()));
    }

    /** Where its own database is. */
    String jdbcUrl() {
        return "jdbc:mysql://127.0.0.1:" + said(DATABASE).orElseThrow() + "/heliograph";
    }

    /** A connection to its own database, below this home. */
    Connection database(Path home) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), "heliograph", password(home));
    }

    static String password(Path home) {
        return text(home.resolve("database.password"));
    }

    static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code kill -9}, as when the power fails: nothing is told, nothing is finished. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** {@code kill -9} for the database below this home, too. */
    static void killDatabase(Path home) {
        ProcessHandle.of(Long.parseLong(text(home.resolve("database.pid")))).ifPresent(server -> {
            server.destroyForcibly();
            server.onExit().join();
        });
    }

    @Override
    public void close() {
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean serves() {
        return said(STARTED).isPresent();
    }

    private Optional<String> said(Pattern words) {
        Matcher matcher = words.matcher(logged());
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private String logged() {
        return text(log);
    }
}

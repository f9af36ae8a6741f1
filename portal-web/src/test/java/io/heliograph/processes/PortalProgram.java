package io.heliograph.processes;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A portal in a process of its own, as it is run in earnest. */
public final class PortalProgram implements AutoCloseable {

    private static final String MAIN = "io.heliograph.HeliographApplication";
    static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final Pattern STARTED = Pattern.compile("(Started) HeliographApplication");
    private static final Pattern DATABASE = Pattern.compile("MariaDB runs on 127\\.0\\.0\\.1:(\\d+)");
    private static final Duration START_AT_MOST = Duration.ofMinutes(3);

    private final Program program;
    private final int port;

    private PortalProgram(Program program, int port) {
        this.program = program;
        this.port = port;
    }

    /**
     * The command, up to its settings, that starts the packaged portal with these options of the virtual machine: {@code
     * portal.jar}, or the classes of {@code portal.class-path} where that is set, as a portal is run while it is changed.
     */
    public static List<String> command(List<String> options) {
        String classPath = System.getProperty("portal.class-path", "");
        List<String> command = new ArrayList<>(List.of(Program.javaCommand()));
        command.addAll(options);
        command.addAll(
                classPath.isEmpty()
                        ? TrainedPortal.arguments(Path.of(System.getProperty("portal.jar", "target/heliograph.jar")))
                        : List.of("-cp", classPath, MAIN));
        return command;
    }

    /** Starts it by this command, up to its settings, and returns when it serves pages. */
    public static PortalProgram start(Path log, List<String> command, List<String> settings) {
        return launch(log, command, settings).served();
    }

    /** Starts it and returns at once. */
    public static Starting launch(Path log, List<String> command, List<String> settings) {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(settings);
        return new Starting(Program.start(log, whole));
    }

    /** A portal on its way. */
    public record Starting(Program program) {

        /** The portal, once it serves pages. */
        public PortalProgram served() {
            program.awaitWords(STARTED, START_AT_MOST);
            return new PortalProgram(
                    program, Integer.parseInt(program.said(PORT).orElseThrow()));
        }
    }

    public int port() {
        return port;
    }

    public long pid() {
        return program.pid();
    }

    /** A connection to the database that a sandbox in this home has. */
    public Connection database(Path home) throws SQLException {
        String port = program.said(DATABASE).orElseThrow();
        return DriverManager.getConnection(
                "jdbc:mysql://127.0.0.1:" + port + "/heliograph", "heliograph", DatabaseProgram.passwordIn(home));
    }

    public Program program() {
        return program;
    }

    /** Whether it still runs: the port of one that does not may be anybody's. */
    public boolean isAlive() {
        return program.isAlive();
    }

    /** {@code kill -9}. */
    public void kill() {
        program.kill();
    }

    @Override
    public void close() {
        program.close();
    }

    /** A port of the loopback address that nobody has. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.heliograph.db;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** A process of its own that starts the embedded MariaDB, says so, and does no more; to be killed. */
final class OwnProcess {

    private static final String STARTED = "started ";

    private final Process process;
    private final BufferedReader output;

    private OwnProcess(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts one on {@code home}; {@code then} is what it does after the start: {@code wait} or {@code throw}. */
    static OwnProcess start(Path home, String then) throws IOException {
        return new OwnProcess(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OwnProcess.class.getName(),
                        home.toString(),
                        then)
                .redirectErrorStream(true)
                .start());
    }

    /** The process id of its MariaDB, once that has started. */
    ProcessHandle awaitMariaDb() throws IOException {
        String line = output.readLine();
        while (line != null && !line.startsWith(STARTED)) {
            line = output.readLine();
        }
        if (line == null) {
            throw new IOException("The process ended before its MariaDB started");
        }
        return ProcessHandle.of(Long.parseLong(line.substring(STARTED.length())))
                .orElseThrow();
    }

    /** What it said before it ended by itself. */
    String awaitEnd() throws InterruptedException {
        String said = output.lines().collect(Collectors.joining("\n"));
        process.waitFor();
        return said;
    }

    /** As {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    long pid() {
        return process.pid();
    }

    public static void main(String[] args) throws InterruptedException {
        EmbeddedMariaDb server = EmbeddedMariaDb.start(Path.of(args[0]), EmbeddedMariaDb.Durability.FULL);
        System.out.println(STARTED + server.pid());
        if (args[1].equals("throw")) {
            throw new IllegalStateException("after the start");
        }
        Thread.currentThread().join();
    }
}

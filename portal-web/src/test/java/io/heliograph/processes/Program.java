package io.heliograph.processes;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program in a process of its own; what it says goes into a file. */
public final class Program implements AutoCloseable {

    private static final Duration END_AT_MOST = Duration.ofSeconds(60);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final Process process;
    private final Path log;

    private Program(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts this command; it ends with this process at the latest. */
    public static Program start(Path log, List<String> command) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new Program(process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a main class of this class path, with these options of the virtual machine. */
    public static Program java(Path log, Class<?> main, List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(javaCommand()));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        return start(log, command);
    }

    /** The {@code java} that runs this. */
    public static String javaCommand() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    public long pid() {
        return process.pid();
    }

    /** Waits until it says this, and returns the pattern's first group; an error with all it said if it ends before. */
    public String awaitWords(Pattern words, Duration most) {
        await().atMost(most).pollInterval(LOOK_AGAIN).until(() -> said(words).isPresent() || !process.isAlive());
        return said(words).orElseThrow(() -> new IllegalStateException("Ended without " + words + ":\n" + log()));
    }

    /** Waits for its end and returns all it said; an error if it failed. */
    public String awaitEnd(Duration most) {
        try {
            if (!process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException("Not well within " + most.toSeconds() + " s:\n" + log());
            }
            return log();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The first group of this pattern in what it has said. */
    public Optional<String> said(Pattern words) {
        Matcher matcher = words.matcher(log());
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** {@code kill -9}. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Asks it to end; it is killed if it does not within a minute. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(END_AT_MOST.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}

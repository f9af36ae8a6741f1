package io.heliograph.browser;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Sees to it that there is a browser: one that is here is taken; on a Debian without one, root installs Chromium with
 * apt-get; everywhere else Selenium Manager finds or fetches one.
 */
final class BrowserInstall {

    private static final List<Path> BROWSERS = Stream.of(
                    "/usr/bin/chromium",
                    "/usr/bin/chromium-browser",
                    "/usr/bin/google-chrome",
                    "/opt/google/chrome/chrome")
            .map(Path::of)
            .toList();
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Path APT = Path.of("/usr/bin/apt-get");
    private static final int MINUTES = 10;

    private static boolean tried;

    private BrowserInstall() {}

    /** The browser to start, or none: then it is Selenium Manager's. */
    static synchronized Optional<Path> browser() {
        if (found().isEmpty() && !tried) {
            tried = true;
            if (Files.isExecutable(APT) && "root".equals(System.getProperty("user.name"))) {
                installUnlessAnotherProcessDoes();
            }
        }
        return found();
    }

    /** The driver that came with it, if it did. */
    static Optional<Path> driver() {
        return Optional.of(DRIVER).filter(Files::isExecutable);
    }

    private static Optional<Path> found() {
        return BROWSERS.stream().filter(Files::isExecutable).findFirst();
    }

    /** Tests run in several processes, and all of them miss the browser at the same time. */
    private static void installUnlessAnotherProcessDoes() {
        Path lock = Path.of(System.getProperty("java.io.tmpdir"), "heliograph-browser-install.lock");
        try (FileChannel channel = FileChannel.open(lock, CREATE, WRITE);
                FileLock _ = channel.lock()) {
            if (found().isEmpty() || driver().isEmpty()) {
                run("apt-get", "update", "-q");
                run("apt-get", "install", "-qy", "--no-install-recommends", "chromium", "chromium-driver");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(String... command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            Process process = builder.start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IllegalStateException("Failed: " + String.join(" ", command));
            }
        } catch (IOException e) {
            throw new IllegalStateException("Cannot run " + command[0], e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

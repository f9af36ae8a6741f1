package io.heliograph.processes;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * The packaged portal as the container image has it: taken apart, with an AOT cache of a start, its first page and its first
 * messages. A start then takes about half of the time. Made once for each jar, whichever process of tests needs it first.
 */
final class TrainedPortal {

    private static final Path FOLDER = Path.of("target", "trained");
    private static final Path CACHE = FOLDER.resolve("heliograph.aot");
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final int TIMES = 3;
    private static final String MESSAGE =
            "/bulksms?username=alpine&password=sandbox-alpine&mt=0&sid=Training&mno=447700900123&msg=Hello";
    private static final Duration DELIVERED = Duration.ofSeconds(3);

    private TrainedPortal() {}

    /** What starts it: options of the virtual machine, and the jar. */
    static synchronized List<String> arguments(Path jar) {
        Path folder = FOLDER.resolve("application");
        Path application = folder.resolve(jar.getFileName());
        try {
            Files.createDirectories(FOLDER);
            try (FileChannel channel = FileChannel.open(FOLDER.resolve("lock"), CREATE, WRITE);
                    FileLock _ = channel.lock()) {
                if (!Files.exists(CACHE)
                        || Files.getLastModifiedTime(CACHE).compareTo(Files.getLastModifiedTime(jar)) < 0) {
                    extract(jar, folder);
                    train(application);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of("-XX:AOTCache=" + CACHE.toAbsolutePath(), "-jar", application.toString());
    }

    private static void extract(Path jar, Path folder) throws IOException {
        Files.deleteIfExists(CACHE);
        FileSystemUtils.deleteRecursively(folder);
        try (Program tool = Program.start(
                FOLDER.resolve("extract.log"),
                List.of(
                        Program.javaCommand(),
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        folder.toString()))) {
            tool.awaitEnd(LONGEST);
        }
    }

    private static void train(Path application) throws IOException {
        Path home = FOLDER.resolve("home").toAbsolutePath();
        FileSystemUtils.deleteRecursively(home);
        try (Program sandbox = Program.start(
                FOLDER.resolve("training.log"),
                List.of(
                        Program.javaCommand(),
                        "-XX:AOTCacheOutput=" + CACHE.toAbsolutePath(),
                        "-jar",
                        application.toString(),
                        "--heliograph.home=" + home,
                        "--server.port=0",
                        "--heliograph.smpp.port=0",
                        "--heliograph.smtp.port=0"))) {
            String portal = "http://127.0.0.1:" + sandbox.awaitWords(PortalProgram.PORT, LONGEST);
            await().atMost(LONGEST).until(() -> open(portal + MESSAGE).startsWith("OK"));
            for (int i = 0; i < TIMES; i++) {
                open(portal + "/login");
                open(portal + MESSAGE);
            }
            Thread.sleep(DELIVERED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        FileSystemUtils.deleteRecursively(home);
    }

    private static String open(String page) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(page)).build(), BodyHandlers.ofString())
                    .body();
        }
    }
}

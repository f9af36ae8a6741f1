package io.heliograph.crash;

import io.heliograph.processes.Call;
import io.heliograph.processes.HttpBytes;
import io.heliograph.processes.LoopServer;
import io.heliograph.provider.FormFields;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * A 1s2u that writes down every number it is asked to send to before it says anything. Now and then it says nothing at
 * all, or that it is away for a moment, or that it does not like a number.
 */
final class TruthfulProvider implements AutoCloseable {

    static final String USERNAME = "upstream";
    static final String PASSWORD = "upstream-secret";

    private static final int TAKES_MILLIS = 15;
    private static final int SILENT_PERCENT = 3;
    private static final int AWAY_PERCENT = 4;
    private static final int REFUSED_PERCENT = 2;

    private final TruthLog log;
    private final Random random;
    private final BiConsumer<String, List<String>> taken;
    private final LoopServer server;
    private final ScheduledExecutorService later = Executors.newScheduledThreadPool(2);

    private volatile boolean isKind;

    /** {@code taken} is told of every id and its numbers. */
    TruthfulProvider(Path folder, long seed, BiConsumer<String, List<String>> taken) throws IOException {
        this.log = new TruthLog(folder.resolve("provider.log"));
        this.random = new Random(seed);
        this.taken = taken;
        this.server = LoopServer.start(0, this::handle);
    }

    int port() {
        return server.port();
    }

    /** From now on it takes everything and says so. */
    void beKind() {
        isKind = true;
    }

    /** From now on it fails now and then. */
    void beMoody() {
        isKind = false;
    }

    /** All numbers that it was asked to send to and did not say it would not, once for each time. */
    List<String> sent() {
        return log.lines().stream()
                .filter(line -> line.startsWith("SENT "))
                .map(line -> line.substring("SENT ".length()))
                .toList();
    }

    /** All numbers that it has refused for good. */
    List<String> refused() {
        return log.lines().stream()
                .filter(line -> line.startsWith("REFUSED "))
                .map(line -> line.substring("REFUSED ".length()))
                .toList();
    }

    @Override
    public void close() throws IOException {
        later.shutdownNow();
        server.close();
        log.close();
    }

    private void handle(Call call) {
        if (!call.target().startsWith("/bulksms")) {
            call.answer(HttpBytes.answer(200, "1000000"));
            return;
        }
        List<String> numbers = List.of(FormFields.parse(call.body(), StandardCharsets.UTF_8)
                .getOrEmpty("mno")
                .split(",", -1));
        int dice = isKind ? 100 : random.nextInt(100);
        if (dice < AWAY_PERCENT) {
            answerLater(call, "0000");
        } else if (dice < AWAY_PERCENT + REFUSED_PERCENT) {
            numbers.forEach(number -> log.add("REFUSED " + number));
            answerLater(call, "0041");
        } else {
            String id = UUID.randomUUID().toString();
            numbers.forEach(number -> log.add("SENT " + number));
            taken.accept(id, numbers);
            if (dice < AWAY_PERCENT + REFUSED_PERCENT + SILENT_PERCENT) {
                call.drop();
            } else {
                answerLater(call, "OK: " + id);
            }
        }
    }

    private void answerLater(Call call, String text) {
        var _ = later.schedule(() -> call.answer(HttpBytes.answer(200, text)), TAKES_MILLIS, TimeUnit.MILLISECONDS);
    }
}

package io.heliograph.crash;

import io.heliograph.processes.Call;
import io.heliograph.processes.HttpBytes;
import io.heliograph.processes.LoopServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A receiver of webhooks that writes down every number that it is told about. Now and then it fails, once for an event. */
final class TruthfulReceiver implements AutoCloseable {

    private static final Pattern NUMBER = Pattern.compile("4477\\d{8}");
    private static final int FAILS_PERCENT = 3;

    private final TruthLog log;
    private final Random random;
    private final LoopServer server;
    private final Set<String> failedOnce = ConcurrentHashMap.newKeySet();

    TruthfulReceiver(Path folder, long seed) throws IOException {
        this.log = new TruthLog(folder.resolve("receiver.log"));
        this.random = new Random(seed);
        this.server = LoopServer.start(0, this::handle);
    }

    int port() {
        return server.port();
    }

    /** The numbers whose reports came. */
    Set<String> told() {
        return log.lines().stream().collect(Collectors.toSet());
    }

    @Override
    public void close() throws IOException {
        server.close();
        log.close();
    }

    private void handle(Call call) {
        Set<String> numbers =
                NUMBER.matcher(call.body()).results().map(MatchResult::group).collect(Collectors.toSet());
        if (random.nextInt(100) < FAILS_PERCENT && failedOnce.addAll(numbers)) {
            call.answer(HttpBytes.answer(500, "not now"));
            return;
        }
        numbers.forEach(log::add);
        call.answer(HttpBytes.answer(200, "OK"));
    }
}

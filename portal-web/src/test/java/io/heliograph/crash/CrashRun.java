package io.heliograph.crash;

import io.heliograph.processes.PortalProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * Kills an installation again and again while it works, and after each batch of kills lets it come to rest and holds its
 * books against the truth.
 *
 * @param folder where everything is; emptied first
 * @param kills how many at least
 * @param batch how many between two verdicts
 * @param portals at the one database
 * @param withFreezes whether a node is frozen past its lease in each batch, which takes the better part of a minute
 */
record CrashRun(Path folder, long seed, int kills, int batch, int portals, boolean withFreezes) {

    /** The provider's timeout and half a minute, and a little more. */
    private static final Duration LEASE = Duration.ofSeconds(36);

    private static final int SENDERS = 6;
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int DISTURBED_EACH = 8;
    private static final List<String> SMALL = List.of("-Xmx400m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    /** Runs it; an assertion error names what does not hold. Returns what was done, and what came of it. */
    String run() throws Exception {
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        Trap trap = new Trap();
        Tolls tolls = new Tolls();
        String verdict = "";
        try (Installation installation = new Installation(folder, command(), portals, seed, trap, PAUSE)) {
            Ordeal ordeal = new Ordeal(seed, trap, installation, tolls);
            while (tolls.kills() < kills) {
                int enough = Math.min(kills, tolls.kills() + batch);
                installation.senders().start(SENDERS, seed + tolls.kills());
                for (int blow = 1; tolls.kills() < enough; blow++) {
                    ordeal.strike();
                    if (blow % DISTURBED_EACH == 0) {
                        ordeal.disturb(installation.toProvider());
                    }
                }
                if (withFreezes) {
                    ordeal.freezePastLease(LEASE);
                }
                verdict = installation.verify() + "; " + installation.recovery();
                System.out.println(tolls + "  " + verdict);
            }
        }
        if (!trap.neverPassed().isEmpty()) {
            throw new AssertionError("Nobody ever came by " + trap.neverPassed());
        }
        return tolls + "  " + verdict;
    }

    private static List<String> command() {
        List<String> options = new ArrayList<>(SMALL);
        options.addAll(
                Arrays.stream(System.getProperty("crash.java-options", "").split(" "))
                        .filter(option -> !option.isEmpty())
                        .toList());
        return PortalProgram.command(options);
    }
}

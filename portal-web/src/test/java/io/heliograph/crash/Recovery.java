package io.heliograph.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long it takes from the start of a process, a portal's or the database's, until a message is claimed: by that portal,
 * or by any with that database.
 */
final class Recovery {

    private static final String DATABASE = "database";

    private final Map<String, Long> waiting = new HashMap<>();
    private final List<Duration> ofDatabase = new ArrayList<>();
    private final List<Duration> ofPortals = new ArrayList<>();

    synchronized void portalStarts(char node) {
        waiting.put(String.valueOf(node), System.nanoTime());
    }

    /** A portal that waits for it cannot claim before: its time begins with the database's. */
    synchronized void databaseStarts() {
        long now = System.nanoTime();
        waiting.put(DATABASE, now);
        waiting.replaceAll((_, _) -> now);
    }

    /** A portal has the commit of a claim. */
    synchronized void claimed(char node) {
        over(DATABASE, ofDatabase);
        over(String.valueOf(node), ofPortals);
    }

    private void over(String process, List<Duration> times) {
        Long start = waiting.remove(process);
        if (start != null) {
            times.add(Duration.ofNanos(System.nanoTime() - start));
        }
    }

    @Override
    public synchronized String toString() {
        return "first claim after starts of the database: " + words(ofDatabase) + ", of portals: " + words(ofPortals);
    }

    private static String words(List<Duration> times) {
        List<Duration> sorted = times.stream().sorted().toList();
        return sorted.isEmpty()
                ? "none"
                : "%d, %.1f s at the median, %.1f s at p90, %.1f s at the most"
                        .formatted(
                                sorted.size(),
                                seconds(sorted.get(sorted.size() / 2)),
                                seconds(sorted.get(sorted.size() * 9 / 10)),
                                seconds(sorted.getLast()));
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1_000.0;
    }
}

package io.heliograph.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How long it takes from the start of a process, a portal's or the database's, until a message is claimed: by anybody, which
 * is what customers notice, and by that portal, or by any with that database. A process that is killed before leaves its
 * time to its next start.
 */
final class Recovery {

    private static final String DATABASE = "database";
    private static final Duration GOAL = Duration.ofSeconds(10);

    private final Map<String, Long> anybodyWaiting = new HashMap<>();
    private final Map<String, Long> waiting = new HashMap<>();
    private final List<Duration> byAnybody = new ArrayList<>();
    private final List<Duration> ofDatabase = new ArrayList<>();
    private final List<Duration> ofPortals = new ArrayList<>();

    synchronized void portalStarts(char node) {
        starts(String.valueOf(node));
    }

    /** A portal that waits for it cannot claim before: its time begins with the database's. */
    synchronized void databaseStarts() {
        starts(DATABASE);
        long now = System.nanoTime();
        anybodyWaiting.replaceAll((_, _) -> now);
        waiting.replaceAll((_, _) -> now);
    }

    private void starts(String process) {
        anybodyWaiting.put(process, System.nanoTime());
        waiting.put(process, System.nanoTime());
    }

    /** A portal has the commit of a claim. */
    synchronized void claimed(char node) {
        anybodyWaiting.forEach(this::claimedByAnybody);
        anybodyWaiting.clear();
        Optional.ofNullable(waiting.remove(DATABASE)).map(Recovery::since).ifPresent(ofDatabase::add);
        Optional.ofNullable(waiting.remove(String.valueOf(node)))
                .map(Recovery::since)
                .ifPresent(ofPortals::add);
    }

    private void claimedByAnybody(String process, long start) {
        Duration time = since(start);
        byAnybody.add(time);
        if (time.compareTo(GOAL) > 0) {
            System.out.println("Nobody claimed for %.1f s since the start of %s, while these had not claimed either: %s"
                    .formatted(seconds(time), process, waiting.keySet()));
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Override
    public synchronized String toString() {
        return "first claim by anybody after any start: " + words(byAnybody) + ", after starts of the database: "
                + words(ofDatabase) + ", by a portal after its own start: " + words(ofPortals);
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

package io.heliograph.crash;

import io.heliograph.crash.Ordeal.Victim;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts what was done to an installation, by point and victim. */
final class Tolls {

    private final Map<String, Map<String, Integer>> counts = new TreeMap<>();
    private final Map<CrashPoint, Integer> missed = new TreeMap<>();
    private int kills;

    synchronized void killed(String where, Victim victim) {
        kills += victim == Victim.BOTH ? 2 : 1;
        count(where, victim.name());
    }

    synchronized void count(String what, String whom) {
        counts.computeIfAbsent(what, _ -> new TreeMap<>()).merge(whom, 1, Integer::sum);
    }

    /** Nobody came by a point in time, and the kill was made elsewhere. */
    synchronized void missed(CrashPoint point) {
        missed.merge(point, 1, Integer::sum);
    }

    /** Processes killed. */
    synchronized int kills() {
        return kills;
    }

    @Override
    public synchronized String toString() {
        return counts.entrySet().stream()
                        .map(one -> "  %-24s %s".formatted(one.getKey(), one.getValue()))
                        .collect(Collectors.joining("\n", kills + " kills\n", "\n"))
                + (missed.isEmpty() ? "" : "  not reached in time: " + missed + "\n");
    }
}

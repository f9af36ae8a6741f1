package io.heliograph.dispatch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Which queued messages leave together: the same text and sender, each number once (1s2u drops repeated numbers,
 * contract S4), no more than a request may hold; and of those groups, one of each tenant after the other.
 */
final class Grouping {

    private Grouping() {}

    static List<List<Entry>> of(List<Entry> due, int requests, int numbersPerRequest) {
        return inTurns(byKey(due, numbersPerRequest), requests);
    }

    private static List<Group> byKey(List<Entry> due, int numbersPerRequest) {
        Map<UUID, List<Group>> groups = new LinkedHashMap<>();
        for (Entry entry : due) {
            List<Group> alike = groups.computeIfAbsent(entry.groupKey(), _ -> new ArrayList<>());
            alike.stream()
                    .filter(group -> group.hasRoomFor(entry, numbersPerRequest))
                    .findFirst()
                    .orElseGet(() -> {
                        alike.add(new Group());
                        return alike.getLast();
                    })
                    .add(entry);
        }
        return groups.values().stream().flatMap(List::stream).toList();
    }

    private static List<List<Entry>> inTurns(List<Group> groups, int requests) {
        Map<UUID, List<Group>> byTenant = new LinkedHashMap<>();
        groups.forEach(group -> byTenant.computeIfAbsent(group.tenantId(), _ -> new ArrayList<>())
                .add(group));
        List<List<Entry>> chosen = new ArrayList<>();
        int most = Math.min(requests, groups.size());
        for (int turn = 0; chosen.size() < most; turn++) {
            for (List<Group> ofTenant : byTenant.values()) {
                if (turn < ofTenant.size() && chosen.size() < most) {
                    chosen.add(ofTenant.get(turn).entries);
                }
            }
        }
        return chosen;
    }

    private static final class Group {

        private final List<Entry> entries = new ArrayList<>();
        private final Set<String> numbers = new HashSet<>();

        boolean hasRoomFor(Entry entry, int numbersPerRequest) {
            return entries.size() < numbersPerRequest && !numbers.contains(entry.msisdn());
        }

        void add(Entry entry) {
            entries.add(entry);
            numbers.add(entry.msisdn());
        }

        UUID tenantId() {
            return entries.getFirst().ref().tenantId();
        }
    }
}

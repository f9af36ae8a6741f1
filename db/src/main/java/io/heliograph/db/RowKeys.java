package io.heliograph.db;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/**
 * A condition that names many rows by a key of two columns, of which the first (the tenant) is shared by many: one
 * statement where a batch would be as many as there are rows.
 *
 * @param sql such as {@code ((m.tenant_id = ? AND m.id IN (?, ?)))}; false for everything if there are no keys
 * @param params its parameters, in order
 */
public record RowKeys(String sql, List<Object> params) {

    private static final RowKeys NONE = new RowKeys("(1 = 0)", List.of());

    public RowKeys {
        params = List.copyOf(params);
    }

    /** The condition that is true for the rows whose columns hold the keys of these items. */
    public static <T> RowKeys of(
            String firstColumn,
            String secondColumn,
            Collection<T> items,
            Function<T, UUID> first,
            Function<T, UUID> second) {
        if (items.isEmpty()) {
            return NONE;
        }
        Map<UUID, List<UUID>> byFirst = new TreeMap<>();
        items.forEach(item -> byFirst.computeIfAbsent(first.apply(item), _ -> new ArrayList<>())
                .add(second.apply(item)));
        List<String> conditions = new ArrayList<>();
        List<Object> params = new ArrayList<>(items.size() + byFirst.size());
        byFirst.forEach((key, seconds) -> {
            String marks = String.join(", ", Collections.nCopies(seconds.size(), "?"));
            conditions.add("(" + firstColumn + " = ? AND " + secondColumn + " IN (" + marks + "))");
            params.add(RowIds.bytes(key));
            seconds.forEach(each -> params.add(RowIds.bytes(each)));
        });
        return new RowKeys("(" + String.join(" OR ", conditions) + ")", params);
    }

    /** The parameters of a statement in which some come before those of the condition. */
    public Object[] after(Object... before) {
        List<Object> all = new ArrayList<>(List.of(before));
        all.addAll(params);
        return all.toArray();
    }
}

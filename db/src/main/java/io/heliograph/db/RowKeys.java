package io.heliograph.db;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Many rows, named by a key of two columns, as a table that a statement joins: each row is found by its key, whatever the
 * database believes of the size of its table. (As a condition, {@code IN} or {@code OR}, it is answered by reading, and
 * locking, every row of a tenant if those seem to be few; and of a queue, or of a table that grows, the statistics are
 * always old.)
 *
 * @param sql the table, called {@code wanted}: its columns are {@code a} and {@code b}, the two of the key, and {@code
 *     given}, what was given with each, if anything was
 * @param params its parameters, in order
 */
public record RowKeys(String sql, List<@Nullable Object> params) {

    private static final RowKeys NONE =
            new RowKeys("(SELECT NULL AS a, NULL AS b, NULL AS given LIMIT 0) wanted", List.of());

    public RowKeys {
        params = Collections.unmodifiableList(new ArrayList<>(params));
    }

    /** The rows whose two columns hold the keys of these items, in the order of the keys. */
    public static <T> RowKeys of(Collection<T> items, Function<T, UUID> first, Function<T, UUID> second) {
        return table(items, first, second, null);
    }

    /** As {@link #of(Collection, Function, Function)}, each with something of its own. */
    public static <T> RowKeys of(
            Collection<T> items,
            Function<T, UUID> first,
            Function<T, UUID> second,
            Function<T, @Nullable Object> given) {
        return table(items, first, second, given);
    }

    /**
     * The rows of a table that have these keys, for after {@code FROM} or {@code UPDATE}.
     *
     * @param table such as {@code messages_message m}
     * @param firstColumn such as {@code m.tenant_id}
     */
    public String join(String table, String firstColumn, String secondColumn) {
        return sql + " STRAIGHT_JOIN " + table + " ON " + firstColumn + " = wanted.a AND " + secondColumn
                + " = wanted.b ";
    }

    /** The parameters of a statement, those that come after the table too. */
    public @Nullable Object[] and(@Nullable Object... after) {
        List<@Nullable Object> all = new ArrayList<>(params);
        Collections.addAll(all, after);
        return all.toArray();
    }

    private static <T> RowKeys table(
            Collection<T> items,
            Function<T, UUID> first,
            Function<T, UUID> second,
            @Nullable Function<T, @Nullable Object> given) {
        if (items.isEmpty()) {
            return NONE;
        }
        List<@Nullable Object> params = new ArrayList<>(items.size() * 3);
        items.stream().sorted(Comparator.comparing(first).thenComparing(second)).forEach(item -> {
            params.add(RowIds.bytes(first.apply(item)));
            params.add(RowIds.bytes(second.apply(item)));
            if (given != null) {
                params.add(given.apply(item));
            }
        });
        String more = given == null ? " UNION ALL SELECT ?, ?" : " UNION ALL SELECT ?, ?, ?";
        return new RowKeys(
                "(SELECT ? AS a, ? AS b" + (given == null ? "" : ", ? AS given") + more.repeat(items.size() - 1)
                        + ") wanted",
                params);
    }
}

package io.heliograph.bench;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was measured of one thing. */
record Row(String what, Map<Column, Double> values) {

    static Row of(String what) {
        return new Row(what, new EnumMap<>(Column.class));
    }

    Row with(Column column, double value) {
        values.put(column, value);
        return this;
    }

    /** The medians of rows about the same thing. */
    static Row median(List<Row> rows) {
        Row median = of(rows.getFirst().what());
        for (Column column : Column.values()) {
            double[] all = rows.stream()
                    .filter(row -> row.values().containsKey(column))
                    .mapToDouble(row -> row.values().getOrDefault(column, 0.0))
                    .sorted()
                    .toArray();
            if (all.length > 0) {
                median.with(column, (all[(all.length - 1) / 2] + all[all.length / 2]) / 2);
            }
        }
        return median;
    }
}

package io.heliograph.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** All rows, with those of one name merged to their median. */
final class Table {

    private final Map<String, List<Row>> rows = new LinkedHashMap<>();

    void add(Row row) {
        rows.computeIfAbsent(row.what(), _ -> new ArrayList<>()).add(row);
    }

    /** In Markdown. */
    String markdown() {
        List<Column> columns = columns();
        StringBuilder table = new StringBuilder("| |");
        columns.forEach(column -> table.append(' ').append(column.title()).append(" |"));
        table.append("\n| --- |").append(" ---: |".repeat(columns.size())).append('\n');
        for (Row row : medians()) {
            table.append("| ").append(row.what()).append(" |");
            columns.forEach(column -> table.append(' ')
                    .append(Optional.ofNullable(row.values().get(column))
                            .map(column::format)
                            .orElse(""))
                    .append(" |"));
            table.append('\n');
        }
        return table.toString();
    }

    /** One line for each row, value by value, for programs: tabs between them. */
    String tabSeparated() {
        return medians().stream()
                .flatMap(row -> row.values().entrySet().stream()
                        .map(value -> "%s\t%s\t%.3f\t%s"
                                .formatted(
                                        row.what(),
                                        value.getKey().name().toLowerCase(Locale.ROOT),
                                        value.getValue(),
                                        all(row.what(), value.getKey()))))
                .collect(Collectors.joining("\n", "what\tcolumn\tmedian\tall\n", "\n"));
    }

    private String all(String what, Column column) {
        return rows.getOrDefault(what, List.of()).stream()
                .map(row -> "%.3f".formatted(row.values().getOrDefault(column, 0.0)))
                .collect(Collectors.joining(" "));
    }

    private List<Row> medians() {
        return rows.values().stream().map(Row::median).toList();
    }

    private List<Column> columns() {
        return Arrays.stream(Column.values())
                .filter(column -> rows.values().stream()
                        .flatMap(List::stream)
                        .anyMatch(row -> row.values().containsKey(column)))
                .toList();
    }
}

package io.heliograph.processes;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Numbers with names, as programs of the benchmark tell each other: one {@code name=value} a line. */
public record Figures(Map<String, String> values) {

    public static Figures parse(String lines) {
        Map<String, String> values = new LinkedHashMap<>();
        lines.lines().filter(line -> line.contains("=")).forEach(line -> {
            String[] pair = line.split("=", 2);
            values.put(pair[0], pair[1]);
        });
        return new Figures(values);
    }

    public static Figures of(Map<String, ?> values) {
        Map<String, String> texts = new LinkedHashMap<>();
        values.forEach((name, value) -> texts.put(name, String.valueOf(value)));
        return new Figures(texts);
    }

    public double number(String name) {
        return Double.parseDouble(values.getOrDefault(name, "0"));
    }

    public long count(String name) {
        return Math.round(number(name));
    }

    public String text(String name) {
        return values.getOrDefault(name, "");
    }

    public String lines() {
        return values.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue() + "\n")
                .collect(Collectors.joining());
    }
}

package io.heliograph.processes;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The {@code name=value} arguments of a program. */
public record Options(Map<String, String> values) {

    public static Options of(String... arguments) {
        return new Options(Arrays.stream(arguments)
                .map(argument -> argument.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair.length > 1 ? pair[1] : "")));
    }

    public String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    public int number(String name, int otherwise) {
        String value = values.get(name);
        return value == null ? otherwise : Integer.parseInt(value);
    }
}

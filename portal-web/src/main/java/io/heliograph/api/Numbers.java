package io.heliograph.api;

import java.util.List;

/** Phone numbers as callers write them: digits with the country code, with a plus in front or not. */
public final class Numbers {

    private Numbers() {}

    /** Without the plus, each once, in the order of their first place. */
    public static List<String> distinct(List<String> numbers) {
        return numbers.stream()
                .map(number -> number.startsWith("+") ? number.substring(1) : number)
                .distinct()
                .toList();
    }
}

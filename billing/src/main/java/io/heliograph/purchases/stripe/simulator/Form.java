package io.heliograph.purchases.stripe.simulator;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The parameters of a request as Stripe's clients send them: {@code line_items[0][quantity]=1}. */
record Form(Map<String, String> values) {

    static Form parse(@Nullable String encoded) {
        Map<String, String> values = new TreeMap<>();
        for (String pair : encoded == null ? new String[0] : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return new Form(values);
    }

    String get(String name) {
        return values.getOrDefault(name, "");
    }

    /** A whole number; a missing or other one is refused as Stripe does. */
    long number(String name) {
        try {
            return Long.parseLong(get(name));
        } catch (NumberFormatException invalid) {
            throw new ApiError(400, "parameter_invalid_integer", "Invalid integer: " + name);
        }
    }

    boolean expands(String path) {
        return values.entrySet().stream()
                .anyMatch(entry ->
                        entry.getKey().startsWith("expand") && (entry.getValue() + ".").startsWith(path + "."));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}

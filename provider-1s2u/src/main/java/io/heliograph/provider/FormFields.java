package io.heliograph.provider;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a request; names are matched without regard to case (contract S1).
 *
 * @param values by lower-case name
 */
public record FormFields(Map<String, String> values) {

    public FormFields {
        Map<String, String> lower = new LinkedHashMap<>();
        values.forEach((name, value) -> lower.putIfAbsent(lower(name), value));
        values = Map.copyOf(lower);
    }

    /**
     * Reads {@code a=1&b=2}, a query or a form body, where the first of a repeated name counts.
     *
     * @throws IllegalArgumentException for a {@code %} that is followed by no two hexadecimal digits
     */
    public static FormFields parse(String encoded, Charset charset) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : encoded.split("&", -1)) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                fields.putIfAbsent(
                        lower(URLDecoder.decode(field.substring(0, equals), charset)),
                        URLDecoder.decode(field.substring(equals + 1), charset));
            }
        }
        return new FormFields(fields);
    }

    /** The value of {@code name}; empty when it is missing, while a blank one is there. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(lower(name)));
    }

    /** The value of {@code name}, or an empty text. */
    public String getOrEmpty(String name) {
        return get(name).orElse("");
    }

    /** These fields, and those of {@code other} that are not among them. */
    public FormFields orElse(FormFields other) {
        Map<String, String> all = new LinkedHashMap<>(values);
        other.values.forEach(all::putIfAbsent);
        return new FormFields(all);
    }

    private static String lower(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** Without the values, among which a password may be. */
    @Override
    public String toString() {
        return "FormFields" + values.keySet();
    }
}

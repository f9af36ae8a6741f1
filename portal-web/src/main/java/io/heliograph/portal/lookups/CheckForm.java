package io.heliograph.portal.lookups;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One number to check.
 *
 * @param key makes a form that is sent twice one check
 */
record CheckForm(String number, String key) {

    private static final int LONGEST_KEY = 100;

    CheckForm(@Nullable String number, @Nullable String key) {
        this.number = number == null ? "" : number.strip();
        this.key = key == null || key.isBlank() || key.length() > LONGEST_KEY ? "form-" + UUID.randomUUID() : key;
    }

    static CheckForm empty() {
        return new CheckForm(null, null);
    }
}

package io.heliograph.portal.customers;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which customers are shown.
 *
 * @param q a part of the name
 * @param page from 1
 */
record CustomerFilter(
        String q, @Nullable State state, @Nullable Integer page) {

    CustomerFilter {
        q = q == null ? "" : q.strip();
    }

    /** The doors above the list. */
    enum State {
        ACTIVE,
        SUSPENDED,
        LOW;

        boolean holds(CustomerLine line) {
            return switch (this) {
                case ACTIVE -> !line.isSuspended();
                case SUSPENDED -> line.isSuspended();
                case LOW -> line.isLow();
            };
        }

        /** The end of its keys in the messages. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    boolean isSet() {
        return !q.isEmpty() || state != null;
    }

    int number() {
        return page == null || page < 1 ? 1 : page;
    }
}

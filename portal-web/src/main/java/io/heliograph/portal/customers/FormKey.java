package io.heliograph.portal.customers;

import io.heliograph.db.RowIds;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names one filled-in form, so that sending it twice does once what it says. */
final class FormKey {

    private static final Pattern KEY = Pattern.compile("[0-9a-f-]{36}");

    private FormKey() {}

    /** The key as it came, or a new one for a form that has none yet. */
    static String of(@Nullable String key) {
        return key != null && KEY.matcher(key).matches() ? key : RowIds.next().toString();
    }
}

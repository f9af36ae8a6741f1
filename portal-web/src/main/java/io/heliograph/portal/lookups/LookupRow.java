package io.heliograph.portal.lookups;

import io.heliograph.lookups.Lookup;
import io.heliograph.portal.Status;
import io.heliograph.provider.HlrAnswer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number of a job in its table.
 *
 * @param network its operator and country, as far as they are known
 */
public record LookupRow(
        Lookup lookup, Status status, @Nullable String network) {

    static LookupRow of(Lookup lookup) {
        return new LookupRow(lookup, LookupWords.of(lookup), network(lookup.answer()));
    }

    private static @Nullable String network(@Nullable HlrAnswer answer) {
        if (answer == null) {
            return null;
        }
        List<String> parts = new ArrayList<>();
        add(parts, answer.operator());
        add(parts, answer.country());
        return parts.isEmpty() ? null : String.join(", ", parts);
    }

    private static void add(List<String> parts, @Nullable String part) {
        if (part != null) {
            parts.add(part);
        }
    }
}

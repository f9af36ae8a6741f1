package io.heliograph.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that does not add up.
 *
 * @param what what was compared, for people to read
 * @param tenantId whose it is; null if it concerns the whole installation
 */
public record Difference(String what, @Nullable UUID tenantId, String expected, String found) {

    /** Two amounts that should be equal. */
    public static Difference of(String what, @Nullable UUID tenantId, Credits expected, Credits found) {
        return new Difference(what, tenantId, expected.toString(), found.toString());
    }
}

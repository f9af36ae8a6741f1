package io.heliograph.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that is done.
 *
 * @param tenantId whom it concerns; it and all above it may read of it
 * @param subjectId on whom or what, if that has an id
 * @param subject on whom or what, as people know it; more than 254 characters are cut
 * @param detail the new value or the amount; never a secret; more than 254 characters are cut
 */
public record NewEntry(UUID tenantId, Act act, @Nullable UUID subjectId, String subject, String detail) {

    private static final int MOST_CHARACTERS = 254;

    public NewEntry {
        subject = cut(subject);
        detail = cut(detail);
    }

    /** Without a detail. */
    public NewEntry(UUID tenantId, Act act, @Nullable UUID subjectId, String subject) {
        this(tenantId, act, subjectId, subject, "");
    }

    private static String cut(String text) {
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS);
    }
}

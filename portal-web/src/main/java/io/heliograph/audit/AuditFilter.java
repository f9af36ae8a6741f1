package io.heliograph.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are wanted; null for any.
 *
 * @param text a part of a person's or a subject's name
 * @param from entries from this moment on
 * @param until entries before this moment
 */
public record AuditFilter(
        Act.@Nullable Topic topic,
        @Nullable String text,
        @Nullable UUID tenantId,
        @Nullable Instant from,
        @Nullable Instant until) {

    /** All entries. */
    public static final AuditFilter ALL = new AuditFilter(null, null, null, null, null);
}

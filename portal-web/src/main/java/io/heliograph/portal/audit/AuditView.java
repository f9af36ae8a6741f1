package io.heliograph.portal.audit;

import io.heliograph.audit.Act.Topic;
import io.heliograph.tenants.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of the log.
 *
 * @param accounts those right below the reader, to choose from
 * @param next address of the page after it; null on the last
 */
record AuditView(
        AuditSearch search,
        List<Topic> topics,
        List<Tenant> accounts,
        List<Line> lines,
        @Nullable String next) {

    /**
     * An entry in words.
     *
     * @param actor who did it
     * @param behind who had signed in as the actor, if somebody had
     * @param account on whose account; null for the reader's own
     * @param address from where; empty where it is not known or not the reader's business
     */
    record Line(
            UUID id,
            Instant at,
            String sentence,
            String actor,
            @Nullable String behind,
            @Nullable String account,
            String address) {}
}

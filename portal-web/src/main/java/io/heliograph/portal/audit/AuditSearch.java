package io.heliograph.portal.audit;

import io.heliograph.audit.Act.Topic;
import io.heliograph.audit.AuditFilter;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What somebody looks for in the log, as the address says it; what cannot be read is any.
 *
 * @param topic null for all
 * @param q a part of a name, or empty
 * @param account one tenant below the reader; null for all
 * @param days how far back
 */
record AuditSearch(
        @Nullable Topic topic, String q, @Nullable UUID account, int days) {

    private static final int LONGEST_DAYS = 3660;
    private static final int USUAL_DAYS = 30;

    static AuditSearch of(
            @Nullable String topic, @Nullable String q, @Nullable String account, @Nullable Integer days) {
        Topic known = Arrays.stream(Topic.values())
                .filter(one -> one.name().equals(topic))
                .findFirst()
                .orElse(null);
        int back = days == null || days < 1 || days > LONGEST_DAYS ? USUAL_DAYS : days;
        return new AuditSearch(known, q == null ? "" : q.strip(), uuid(account), back);
    }

    AuditFilter filter(Instant now) {
        return new AuditFilter(topic, q.isEmpty() ? null : q, account, now.minus(Duration.ofDays(days)), null);
    }

    public boolean narrow() {
        return topic != null || !q.isEmpty() || account != null;
    }

    String next(UUID before) {
        UriComponentsBuilder address =
                UriComponentsBuilder.fromPath("/audit").queryParam("days", days).queryParam("before", before);
        if (topic != null) {
            address.queryParam("topic", topic);
        }
        if (!q.isEmpty()) {
            address.queryParam("q", q);
        }
        if (account != null) {
            address.queryParam("account", account);
        }
        return address.encode().toUriString();
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}

package io.heliograph.portal.messages;

import io.heliograph.messages.MessageFilter;
import io.heliograph.text.TypedNumber;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * What is looked for on the list of messages, as it stands in the address.
 *
 * @param q a number in any form, or the id of a message
 * @param state the word of a {@link Door}; empty for all
 * @param days how many UTC days back, today included: 1, 7, 30 or 90
 * @param submission only of this submission
 */
record Search(String q, String state, int days, @Nullable UUID submission) {

    private static final Set<Integer> WINDOWS = Set.of(1, 7, 30, 90);
    private static final int USUAL_WINDOW = 30;

    /** As it came; what is missing or unknown does not narrow. */
    static Search of(@Nullable String q, @Nullable String state, @Nullable Integer days, @Nullable UUID submission) {
        return new Search(
                q == null ? "" : q.strip(),
                state == null ? "" : state,
                days == null || !WINDOWS.contains(days) ? USUAL_WINDOW : days,
                submission);
    }

    /** Whether it narrows more than to the usual window. */
    public boolean isNarrow() {
        return !q.isEmpty() || door().isPresent() || submission != null;
    }

    public Optional<Door> door() {
        return Door.of(state);
    }

    /** Whether something was typed that is no number. */
    public boolean isUnreadable() {
        return !q.isEmpty() && msisdn().isEmpty() && messageId().isEmpty();
    }

    public Optional<String> msisdn() {
        return !q.isEmpty() && TypedNumber.read(q) instanceof TypedNumber.Usable usable
                ? Optional.of(usable.msisdn().digits())
                : Optional.empty();
    }

    /** The id that was typed. */
    public Optional<UUID> messageId() {
        try {
            return q.length() == 36 ? Optional.of(UUID.fromString(q)) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** The first UTC day of the window. */
    LocalDate firstDay(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(days - 1L);
    }

    /** What it asks of the messages. The time does not matter within a submission. */
    MessageFilter filter(Clock clock) {
        Instant from = firstDay(clock).atStartOfDay(ZoneOffset.UTC).toInstant();
        return new MessageFilter(
                door().map(Door::states).orElse(Set.of()),
                msisdn().orElse(null),
                submission,
                submission == null ? from : null);
    }

    /** The same without the door. */
    MessageFilter allStates(Clock clock) {
        MessageFilter filter = filter(clock);
        return new MessageFilter(Set.of(), filter.msisdn(), filter.submissionId(), filter.from());
    }

    public Search withDoor(@Nullable Door door) {
        return new Search(q, door == null ? "" : door.word(), days, submission);
    }

    /** The address of what is looked for, below a path. */
    public String at(String path) {
        return address(path).toUriString();
    }

    /** The address of the page after a message. */
    public String at(String path, UUID before) {
        return address(path).queryParam("before", before).toUriString();
    }

    private UriComponentsBuilder address(String path) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        if (!q.isEmpty()) {
            address.queryParam("q", UriUtils.encode(q, StandardCharsets.UTF_8));
        }
        door().ifPresent(door -> address.queryParam("state", door.word()));
        if (days != USUAL_WINDOW) {
            address.queryParam("days", days);
        }
        if (submission != null) {
            address.queryParam("submission", submission);
        }
        return address;
    }
}

package io.heliograph.portal.messages;

import io.heliograph.dispatch.Queue;
import io.heliograph.messages.Message;
import io.heliograph.messages.MessageFilter;
import io.heliograph.messages.MessageRef;
import io.heliograph.messages.Messages;
import io.heliograph.messages.Retention;
import io.heliograph.messages.Submission;
import io.heliograph.portal.Live;
import io.heliograph.portal.messages.MessagesView.DoorView;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/** Puts the list of messages together, and what changed on it since. */
@Component
class MessagesReading {

    private static final int PAGE = 50;
    private static final long SECONDS_FOR_NEWCOMERS = 10;

    private final Messages messages;
    private final Queue queue;
    private final Counts counts;
    private final Retention retention;
    private final Clock clock;

    MessagesReading(Messages messages, Queue queue, Counts counts, Retention retention, Clock clock) {
        this.messages = messages;
        this.queue = queue;
        this.counts = counts;
        this.retention = retention;
        this.clock = clock;
    }

    MessagesView list(Whose whose, Search search, @Nullable UUID before, boolean maySend) {
        List<MessageRow> found = search.isUnreadable() ? List.of() : page(whose, search, before);
        List<MessageRow> rows = found.size() > PAGE ? found.subList(0, PAGE) : found;
        String next =
                found.size() > PAGE ? search.at(whose.base(), rows.getLast().id()) : null;
        UUID newest = before == null && !rows.isEmpty() ? rows.getFirst().id() : null;
        return new MessagesView(
                whose,
                search,
                submission(whose, search),
                doors(whose, search),
                rows,
                next,
                !rows.isEmpty() || isAny(whose),
                maySend,
                MessagesView.decimals(rows),
                retention.days(whose.tenantId()).orElse(0),
                new MessagesLive(List.of(), 0, null, live(whose, search, rows, 0, newest)));
    }

    /** What became of the rows that were open, and of the list above them. */
    MessagesLive changes(Whose whose, Search search, List<UUID> open, @Nullable UUID newest) {
        List<MessageRow> rows = queue
                .seen(messages.find(open.stream()
                        .limit(PAGE)
                        .map(id -> new MessageRef(whose.tenantId(), id))
                        .toList()))
                .stream()
                .sorted(Comparator.comparing(Message::id).reversed())
                .map(message -> MessageRow.of(message, whose.base()))
                .toList();
        int newer = newest == null ? 0 : messages.newerThan(whose.tenantId(), search.filter(clock), newest);
        return new MessagesLive(rows, newer, search.at(whose.base()), live(whose, search, rows, newer, newest));
    }

    private List<MessageRow> page(Whose whose, Search search, @Nullable UUID before) {
        return queue.seen(messages.page(whose.tenantId(), search.filter(clock), before, PAGE + 1)).stream()
                .map(message -> MessageRow.of(message, whose.base()))
                .toList();
    }

    private boolean isAny(Whose whose) {
        return !messages.page(whose.tenantId(), MessageFilter.all(), null, 1).isEmpty();
    }

    private @Nullable Submission submission(Whose whose, Search search) {
        UUID id = search.submission();
        return id == null
                ? null
                : messages.submission(whose.tenantId(), id)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The counts by state, of what is looked for in any state. */
    List<DoorView> doors(Whose whose, Search search) {
        Map<Door, Long> behind = search.isUnreadable() ? Map.of() : counts.of(whose.tenantId(), search);
        Door current = search.door().orElse(null);
        List<DoorView> doors = new ArrayList<>();
        long all = Counts.all(behind);
        doors.add(new DoorView("messages.door.all", all, search.withDoor(null).at(whose.base()), current == null, ""));
        for (Door door : Door.values()) {
            long count = behind.getOrDefault(door, 0L);
            if (isShown(door, count, current)) {
                doors.add(new DoorView(
                        "messages.door." + door.word(),
                        count,
                        search.withDoor(door).at(whose.base()),
                        door == current,
                        count == 0 ? "" : css(door)));
            }
        }
        return doors;
    }

    /** What is rare has a door only when there is something behind it. */
    private static boolean isShown(Door door, long count, @Nullable Door current) {
        return switch (door) {
            case WAITING, NETWORK, DELIVERED, FAILED, UNSENT -> true;
            case DOUBT -> count > 0 || door == current;
            case MOVING -> door == current;
        };
    }

    private static String css(Door door) {
        return switch (door) {
            case DELIVERED -> "door-good";
            case FAILED, UNSENT -> "door-bad";
            case DOUBT -> "door-doubt";
            case WAITING, NETWORK, MOVING -> "";
        };
    }

    private Live live(Whose whose, Search search, List<MessageRow> rows, int newer, @Nullable UUID newest) {
        List<MessageRow> open = rows.stream().filter(MessageRow::open).toList();
        if (open.isEmpty() && newest == null) {
            return Live.NONE;
        }
        Instant now = clock.instant();
        long seconds = open.stream()
                .map(MessageRow::acceptedAt)
                .mapToLong(at -> Live.seconds(at, now))
                .min()
                .orElse(SECONDS_FOR_NEWCOMERS);
        String ids = open.stream().map(row -> row.id().toString()).collect(Collectors.joining(","));
        UriComponentsBuilder url = UriComponentsBuilder.fromUriString(search.at(whose.base() + "/changes"))
                .queryParam("open", ids);
        if (newest != null) {
            url.queryParam("newest", newest);
        }
        List<String> shown =
                open.stream().map(row -> row.id() + " " + row.version()).toList();
        return Live.at(url.build(true).toUriString(), seconds, List.of(shown, newer));
    }
}

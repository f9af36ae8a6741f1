package io.heliograph.portal.messages;

import io.heliograph.messages.MessageState;
import io.heliograph.messages.Messages;
import io.heliograph.rates.Product;
import io.heliograph.usage.Usage;
import io.heliograph.usage.UsageByState;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Component;

/** How many messages are behind each door: by the meter where it knows, so that a million cost no more than a hundred. */
@Component
public class Counts {

    private final Messages messages;
    private final Usage usage;
    private final Clock clock;

    Counts(Messages messages, Usage usage, Clock clock) {
        this.messages = messages;
        this.usage = usage;
        this.clock = clock;
    }

    /** All messages accepted since the start of a UTC day. */
    public Map<Door, Long> since(UUID tenantId, LocalDate day) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        UsageByState metered =
                usage.totals(List.of(tenantId), day, today, Product.SMS).getOrDefault(tenantId, UsageByState.NONE);
        Instant from = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        Map<MessageState, Long> open = messages.open(tenantId, from, metered.open());
        return byDoor(state -> state.isFinal() ? metered.of(state.name()).messages() : open.getOrDefault(state, 0L));
    }

    /** How many there are behind all doors. */
    public static long all(Map<Door, Long> counts) {
        return counts.entrySet().stream()
                .filter(count -> count.getKey() != Door.MOVING)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    Map<Door, Long> of(UUID tenantId, Search search) {
        if (search.msisdn().isEmpty() && search.submission() == null) {
            return since(tenantId, search.firstDay(clock));
        }
        Map<MessageState, Long> counts = messages.counts(tenantId, search.allStates(clock));
        return byDoor(state -> counts.getOrDefault(state, 0L));
    }

    private static Map<Door, Long> byDoor(ToLongFunction<MessageState> counts) {
        Map<Door, Long> doors = new EnumMap<>(Door.class);
        for (Door door : Door.values()) {
            doors.put(door, door.states().stream().mapToLong(counts).sum());
        }
        return doors;
    }
}

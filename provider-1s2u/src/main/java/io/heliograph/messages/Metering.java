package io.heliograph.messages;

import io.heliograph.ledger.Credits;
import io.heliograph.rates.Price;
import io.heliograph.rates.Product;
import io.heliograph.rates.Rates;
import io.heliograph.usage.Usage;
import io.heliograph.usage.UsageDelta;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Tells the usage what messages do. A message counts on the day it was accepted (UTC), under {@code OPEN} until it is in
 * a final state and then under that; so a day's figures add up at any time.
 */
@Component
class Metering {

    private static final String OPEN = "OPEN";

    private final Usage usage;
    private final Rates rates;

    Metering(Usage usage, Rates rates) {
        this.usage = usage;
        this.rates = rates;
    }

    void accepted(List<Message> messages) {
        usage.record(messages.stream()
                .map(message -> delta(message, OPEN, 1, message.price(), margin(message)))
                .toList());
    }

    void moved(List<Move> moves) {
        List<UsageDelta> deltas = new ArrayList<>();
        for (Move move : moves) {
            Message message = move.message();
            String before = bucket(message.state());
            String after = bucket(move.next());
            if (!before.equals(after)) {
                Credits credits = message.price().minus(message.refunded());
                Credits margin = message.isRefunded() ? Credits.ZERO : margin(message);
                deltas.add(delta(message, before, -1, credits.negate(), margin.negate()));
                deltas.add(delta(message, after, 1, credits, margin));
            }
        }
        usage.record(deltas);
    }

    /** The price goes back; {@code margins} is what goes back of the direct seller's margin, by message. */
    void refunded(List<Message> messages, MessageState state, Map<UUID, Credits> margins) {
        usage.record(messages.stream()
                .map(message -> delta(
                        message,
                        bucket(state),
                        0,
                        message.price().negate(),
                        margins.getOrDefault(message.id(), Credits.ZERO).negate()))
                .toList());
    }

    private Credits margin(Message message) {
        return rates.chain(message.tenantId(), message.chainId()).margins(message.segments()).stream()
                .findFirst()
                .map(Price.Margin::amount)
                .orElse(Credits.ZERO);
    }

    private static UsageDelta delta(Message message, String state, int count, Credits credits, Credits margin) {
        LocalDate day = message.acceptedAt().atOffset(ZoneOffset.UTC).toLocalDate();
        return new UsageDelta(
                message.tenantId(),
                day,
                Product.SMS,
                message.destination(),
                message.sender(),
                message.channel().name(),
                state,
                count,
                (long) count * message.segments(),
                credits,
                margin);
    }

    private static String bucket(MessageState state) {
        return state.isFinal() ? state.name() : OPEN;
    }
}

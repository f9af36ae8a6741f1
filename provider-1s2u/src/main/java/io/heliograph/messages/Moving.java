package io.heliograph.messages;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Moves messages, and keeps with it what depends on their state: the usage, and who is uncertain. */
@Component
class Moving {

    private final MoveRows moves;
    private final UncertainRows uncertain;
    private final Metering metering;
    private final Clock clock;

    Moving(MoveRows moves, UncertainRows uncertain, Metering metering, Clock clock) {
        this.moves = moves;
        this.uncertain = uncertain;
        this.metering = metering;
        this.clock = clock;
    }

    /** Moves those messages that are still as they were read, and returns them as they were. */
    List<Message> move(List<Move> wanted) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<Move> moved = moves.move(wanted, clock.instant());
        metering.moved(moved);
        uncertain.remove(moved.stream()
                .map(Move::message)
                .filter(message -> message.state() == MessageState.UNCERTAIN)
                .toList());
        uncertain.insert(
                moved.stream()
                        .filter(move -> move.next() == MessageState.UNCERTAIN)
                        .map(Move::message)
                        .toList(),
                clock.instant());
        return moved.stream().map(Move::message).toList();
    }
}

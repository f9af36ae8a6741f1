package io.heliograph.oauth;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The keys there are, and what is to be done with each at a time. A key signs for thirty days. It is published a day
 * before that, so that whoever keeps our keys has it in time, and a day after, when no token of it lives any more.
 *
 * @param keys oldest first
 */
record KeyRing(List<SigningKey> keys) {

    static final Duration SIGNS_FOR = Duration.ofDays(30);
    static final Duration PUBLISHED_BEFORE = Duration.ofDays(1);
    static final Duration PUBLISHED_AFTER = Duration.ofDays(1);

    KeyRing {
        keys = List.copyOf(keys);
    }

    /** The newest key whose time has come; the oldest where none's has, as clocks differ; empty if there is no key. */
    Optional<SigningKey> signing(Instant now) {
        return keys.reversed().stream()
                .filter(key -> !key.signsFrom().isAfter(now))
                .findFirst()
                .or(() -> keys.stream().findFirst());
    }

    /** When a key that is made now would take over; empty while none is due. */
    Optional<Instant> successorSignsFrom(Instant now) {
        if (keys.isEmpty()) {
            return Optional.of(now);
        }
        Instant due = keys.getLast().signsFrom().plus(SIGNS_FOR);
        return due.minus(PUBLISHED_BEFORE).isAfter(now) ? Optional.empty() : Optional.of(due.isAfter(now) ? due : now);
    }

    /** The generation of a key that is made now. */
    int nextGeneration() {
        return keys.isEmpty() ? 1 : keys.getLast().generation() + 1;
    }

    /** Those that signed no token which may still be used. */
    List<SigningKey> outlived(Instant now) {
        return signing(now).stream()
                .filter(signing -> !signing.signsFrom().plus(PUBLISHED_AFTER).isAfter(now))
                .flatMap(signing -> keys.stream().filter(key -> key.generation() < signing.generation()))
                .toList();
    }
}

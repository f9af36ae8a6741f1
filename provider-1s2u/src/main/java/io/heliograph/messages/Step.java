package io.heliograph.messages;

import io.heliograph.ledger.Credits;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that happened to a message, for its timeline. */
public record Step(
        UUID id,
        StepKind kind,
        @Nullable String detail,
        @Nullable Credits credits,
        @Nullable UUID actorId,
        Instant at) {}

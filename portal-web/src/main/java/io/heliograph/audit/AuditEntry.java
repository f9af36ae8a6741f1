package io.heliograph.audit;

import java.time.Instant;
import java.util.UUID;

/** What was done, by whom, and when. */
public record AuditEntry(UUID id, NewEntry what, Actor actor, Instant at) {}

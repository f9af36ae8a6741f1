package io.heliograph.lookups;

import java.util.UUID;

/** The lookups of a provider account were paused as something at 1s2u is wrong; {@code strikes} counts from one. */
public record LookupsPaused(UUID accountId, String name, String reason, int strikes) {}

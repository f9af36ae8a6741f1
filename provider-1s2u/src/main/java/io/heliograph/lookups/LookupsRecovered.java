package io.heliograph.lookups;

import java.util.UUID;

/** The lookups of a provider account, paused before, are answered again. */
public record LookupsRecovered(UUID accountId, String name) {}

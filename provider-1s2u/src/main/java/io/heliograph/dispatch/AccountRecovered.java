package io.heliograph.dispatch;

import java.util.UUID;

/** A provider account that was paused answers again. */
public record AccountRecovered(UUID accountId, String name) {}

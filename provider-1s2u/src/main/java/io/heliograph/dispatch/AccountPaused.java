package io.heliograph.dispatch;

import java.util.UUID;

/** A provider account was paused as something at 1s2u is wrong; {@code strikes} counts the pauses in a row from one. */
public record AccountPaused(UUID accountId, String name, String reason, int strikes) {}

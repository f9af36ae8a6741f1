package io.heliograph.usage;

import java.time.LocalDate;

/** What was used of all that was accepted on a UTC day. */
public record UsageDay(LocalDate day, UsageByState usage) {}

package io.heliograph.lookups;

import io.heliograph.provider.HlrAnswer;
import java.time.Instant;

/** An answer that a tenant got for a number before. */
record EarlierAnswer(HlrAnswer answer, NumberStatus status, Instant answeredAt) {}

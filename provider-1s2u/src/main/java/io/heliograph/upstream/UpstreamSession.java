package io.heliograph.upstream;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One session of an account with 1s2u, as it was seconds ago.
 *
 * @param slot from 0
 * @param boundAt null while it is not bound
 * @param inWindow parts that wait for their answer
 * @param perSecond parts, over the last few seconds
 */
public record UpstreamSession(
        int slot,
        @Nullable Instant boundAt,
        int inWindow,
        long segments,
        BigDecimal perSecond,
        long receipts,
        @Nullable String lastError,
        @Nullable Instant lastErrorAt) {}

package io.heliograph.smppserver;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session that is bound, on whichever node, as it was seconds ago.
 *
 * @param inWindow requests that are being worked on
 * @param segments that were accepted since the bind
 * @param perSecond segments, over the last few seconds
 * @param receipts that were delivered since the bind
 * @param isEnding whether it was asked to unbind
 */
public record SmppSession(
        UUID tenantId,
        UUID id,
        UUID credentialId,
        String systemId,
        BindMode mode,
        String remote,
        boolean encrypted,
        Instant boundAt,
        int inWindow,
        int window,
        long segments,
        BigDecimal perSecond,
        long receipts,
        @Nullable String lastError,
        @Nullable Instant lastErrorAt,
        boolean isEnding) {}

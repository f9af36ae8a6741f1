package io.heliograph.lookups;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How many lookups of a job are alike in all that counts. */
record Tally(
        LookupState state,
        @Nullable NumberStatus status,
        boolean reused,
        String destination,
        @Nullable UUID chainId,
        int numbers) {}

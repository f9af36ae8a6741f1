package io.heliograph.api.lookups;

import io.heliograph.provider.HlrAnswer;
import org.jspecify.annotations.Nullable;

/**
 * What a network says of a number; what it left blank is null.
 *
 * @param mccmnc mobile country and network code, 5 or 6 digits
 * @param errorCode as it came, such as {@code 000}
 * @param error the words beside the code, such as {@code Absent Subscriber}
 */
record NetworkView(
        @Nullable String country,
        @Nullable String operator,
        @Nullable String type,
        @Nullable String mccmnc,
        @Nullable Boolean ported,
        @Nullable Boolean roaming,
        String errorCode,
        @Nullable String error) {

    static NetworkView of(HlrAnswer answer) {
        return new NetworkView(
                answer.country(),
                answer.operator(),
                answer.type(),
                answer.mccmnc(),
                answer.ported(),
                answer.roaming(),
                answer.errorCode(),
                answer.error());
    }
}

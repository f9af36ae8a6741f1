package io.heliograph.provider;

import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the network says of a number (contract H1). What 1s2u left blank is null.
 *
 * @param country of the network that the number is with now
 * @param operator that the number is with now
 * @param type mobile, landline, VoIP and the like, as it came
 * @param mccmnc mobile country and network code, 5 or 6 digits
 * @param ported whether it has left the network that first gave it out
 * @param roaming whether it is in a foreign network
 * @param errorCode as it came; compared as a number (contract H3)
 * @param error the words beside the code, such as {@code Live} or {@code Absent Subscriber}
 * @param status as it came, such as {@code Delivered}
 */
public record HlrAnswer(
        String msisdn,
        @Nullable String country,
        @Nullable String operator,
        @Nullable String type,
        @Nullable String mccmnc,
        @Nullable Boolean ported,
        @Nullable Boolean roaming,
        String errorCode,
        @Nullable String error,
        @Nullable String status) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    /** The code as a number: {@code 0} and {@code 000} are one; empty for one that is none. */
    public OptionalInt code() {
        return NUMBER.matcher(errorCode).matches() ? OptionalInt.of(Integer.parseInt(errorCode)) : OptionalInt.empty();
    }
}

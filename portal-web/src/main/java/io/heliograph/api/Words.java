package io.heliograph.api;

import java.util.Arrays;
import java.util.Locale;

/** Constants as the API writes and reads them: in small letters, such as {@code not_in_use}. */
public final class Words {

    private Words() {}

    /** The name of a constant. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /**
     * The constant that is named so, in letters of either size.
     *
     * @param parameter where it was read
     * @throws ApiException {@link ErrorCode#MALFORMED_PARAMETER} if there is none
     */
    public static <E extends Enum<E>> E parse(Class<E> type, String word, String parameter) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(word.strip().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () -> new ApiException(ErrorCode.MALFORMED_PARAMETER, "There is no " + parameter + ' ' + word));
    }
}

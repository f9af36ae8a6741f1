package io.heliograph.portal.send;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Numbers that can't be used, as they were typed, each with what a person wrote in its place.
 *
 * @param typed in the order of the page
 * @param corrected as many
 */
record Corrections(List<String> typed, List<String> corrected) {

    static final Corrections NONE = new Corrections(List.of(), List.of());

    /** From the fields {@code typed} and {@code corrected} of a request. */
    static Corrections of(MultiValueMap<String, String> fields) {
        List<String> typed = Objects.requireNonNullElse(fields.get("typed"), List.of());
        List<String> corrected = Objects.requireNonNullElse(fields.get("corrected"), List.of());
        return typed.size() == corrected.size() ? new Corrections(typed, corrected) : NONE;
    }

    /** What was written in place of a number; the number itself if nothing was. */
    String of(String number) {
        int index = typed.indexOf(number);
        return index < 0 ? number : corrected.get(index);
    }

    /** The block of numbers with all that was corrected put in. */
    String appliedTo(String block) {
        String result = block;
        for (int i = 0; i < typed.size(); i++) {
            result = replaced(result, typed.get(i), corrected.get(i));
        }
        return result;
    }

    private static String replaced(String block, String typed, @Nullable String corrected) {
        if (corrected == null || corrected.equals(typed)) {
            return block;
        }
        return Pattern.compile("(?m)(^|[,;\\t])(\\h*)" + Pattern.quote(typed) + "(?=\\s*(?:$|[,;\\t]))")
                .matcher(block)
                .replaceFirst("$1$2" + Matcher.quoteReplacement(corrected.strip()));
    }
}

package io.heliograph.api.lookups;

import io.heliograph.api.ApiException;
import io.heliograph.api.ErrorCode;
import io.heliograph.api.Words;
import io.heliograph.lookups.LookupFilter;
import io.heliograph.lookups.LookupState;
import io.heliograph.lookups.Lookups;
import io.heliograph.lookups.NumberStatus;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which results a caller wants to see; what is null does not narrow.
 *
 * @param state any of these words
 * @param status what the answer says
 * @param startsWith the first digits of the number
 * @param cursor the position that the page begins behind
 * @param limit how many at most, 1 to {@link Lookups#MOST_IN_A_PAGE}
 */
record ResultQuery(
        @Nullable List<String> state,
        @Nullable String status,
        @Nullable String startsWith,
        @Nullable Integer cursor,
        @Nullable Integer limit) {

    private static final int USUAL = 200;
    private static final Pattern DIGITS = Pattern.compile("\\+?([0-9]{1,18})");

    LookupFilter filter() {
        Set<LookupState> states = state == null
                ? Set.of()
                : state.stream()
                        .map(word -> Words.parse(LookupState.class, word, "state"))
                        .collect(Collectors.toSet());
        return new LookupFilter(
                states, status == null ? null : Words.parse(NumberStatus.class, status, "status"), digits());
    }

    int after() {
        return cursor == null ? 0 : cursor;
    }

    int size() {
        int wanted = limit == null ? USUAL : limit;
        if (wanted < 1 || wanted > Lookups.MOST_IN_A_PAGE) {
            throw new ApiException(ErrorCode.MALFORMED_PARAMETER, "limit is 1 to " + Lookups.MOST_IN_A_PAGE);
        }
        return wanted;
    }

    private @Nullable String digits() {
        if (startsWith == null) {
            return null;
        }
        var digits = DIGITS.matcher(startsWith.strip());
        if (!digits.matches()) {
            throw new ApiException(ErrorCode.MALFORMED_PARAMETER, "startsWith is 1 to 18 digits");
        }
        return digits.group(1);
    }
}

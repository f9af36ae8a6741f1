package io.heliograph.api.messages;

import io.heliograph.api.ApiException;
import io.heliograph.api.ErrorCode;
import io.heliograph.api.Words;
import io.heliograph.db.RowIds;
import io.heliograph.messages.MessageFilter;
import io.heliograph.messages.MessageState;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which messages a caller wants to see; what is null does not narrow.
 *
 * @param state any of these words
 * @param from accepted then or later
 * @param until accepted before then
 * @param cursor where the page begins
 * @param limit how many at most, 1 to {@value #MOST}
 */
record MessageQuery(
        @Nullable List<String> state,
        @Nullable String to,
        @Nullable UUID submission,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable UUID cursor,
        @Nullable Integer limit) {

    static final int MOST = 200;
    private static final int USUAL = 50;

    MessageFilter filter() {
        Set<MessageState> states = state == null
                ? Set.of()
                : state.stream()
                        .map(word -> Words.parse(MessageState.class, word, "state"))
                        .collect(Collectors.toSet());
        String msisdn = to == null || to.isEmpty() ? null : to.strip().replaceFirst("^\\+", "");
        return new MessageFilter(states, msisdn, submission, from);
    }

    @Nullable
    UUID before() {
        return cursor == null && until != null ? RowIds.lowest(until) : cursor;
    }

    int size() {
        int wanted = limit == null ? USUAL : limit;
        if (wanted < 1 || wanted > MOST) {
            throw new ApiException(ErrorCode.MALFORMED_PARAMETER, "limit is 1 to " + MOST);
        }
        return wanted;
    }
}

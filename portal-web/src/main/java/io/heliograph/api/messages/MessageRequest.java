package io.heliograph.api.messages;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.heliograph.api.Numbers;
import io.heliograph.messages.Channel;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A text to one or many.
 *
 * @param from the sender
 * @param to one number or up to 1,000; digits with the country code, with a plus in front or not
 * @param scheduleAt not before then; null for now
 * @param expiresAt not after then; null for no end of its own
 * @param metadata an object of the caller's own
 */
record MessageRequest(
        @NotEmpty(message = "Say who the message is from") String from,

        @NotEmpty(message = "Name at least one number")
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<@NotNull(message = "A number is a text") String> to,

        @NotEmpty(message = "A message has a text") String text,
        @Nullable Instant scheduleAt,
        @Nullable Instant expiresAt,
        @Nullable JsonNode metadata) {

    static final int MOST_NUMBERS = Channel.REST.mostNumbers();

    /** Its numbers without the plus, each once, in the order of their first place. */
    List<String> numbers() {
        return Numbers.distinct(to);
    }
}

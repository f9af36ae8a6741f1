package io.heliograph.api.messages;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** As {@link MessageRequest}, to be priced: a sender may be missing, and what does not change the price is passed over. */
record QuoteRequest(
        @Nullable String from,

        @NotEmpty(message = "Name at least one number")
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<@NotNull(message = "A number is a text") String> to,

        @NotEmpty(message = "A message has a text") String text,
        @Nullable Instant scheduleAt,
        @Nullable Instant expiresAt,
        @Nullable JsonNode metadata) {}

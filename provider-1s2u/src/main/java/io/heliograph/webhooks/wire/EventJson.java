package io.heliograph.webhooks.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of an event: its type, when it happened and its data (Standard Webhooks, payload structure). */
public final class EventJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(included -> included.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private EventJson() {}

    /** The JSON of an event; {@code data} is a record, whose absent fields are left out. */
    public static String write(String type, Instant timestamp, Object data) {
        return MAPPER.writeValueAsString(new Event(type, timestamp.truncatedTo(ChronoUnit.MILLIS), data));
    }

    /** An event's JSON with its id at its head, for a request with several. */
    public static String withId(UUID eventId, String eventJson) {
        return "{\"id\":\"" + eventId + "\"," + eventJson.substring(1);
    }

    /**
     * A JSON object as somebody typed it, to be the data of an event.
     *
     * @throws IllegalArgumentException if it is not a JSON object; the message says where it stops being one
     */
    public static JsonNode object(String json) {
        JsonNode node = read(json);
        if (!node.isObject()) {
            throw new IllegalArgumentException("The data is not a JSON object");
        }
        return node;
    }

    static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    private record Event(String type, Instant timestamp, Object data) {}
}

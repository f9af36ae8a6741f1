package io.heliograph.portal.webhooks;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON for reading; a text that is none stays as it is. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static String pretty(String text) {
        JsonNode node = read(text);
        return node.isContainer() ? pretty(node) : text;
    }

    /** The data of an event. */
    static String data(String event) {
        return pretty(read(event).path("data"));
    }

    private static String pretty(JsonNode node) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node);
    }

    private static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException _) {
            return MAPPER.missingNode();
        }
    }
}

package io.heliograph.purchases.stripe;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The envelope of an event. Only ids are taken from it: what happened is read back from Stripe, so neither the event's
 * API version nor its age matters.
 *
 * @param account the connected account it is about; null for the platform's own
 * @param objectId the id of the session, charge, refund or dispute; empty for things without one, such as a balance
 */
public record StripeEvent(String id, String type, @Nullable String account, String objectId) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** The envelope of a payload; anything that is not an event is an {@link IllegalArgumentException}. */
    public static StripeEvent parse(String payload) {
        try {
            JsonNode event = JSON.readTree(payload);
            String account = event.path("account").asString("");
            return new StripeEvent(
                    text(event, "/id"),
                    text(event, "/type"),
                    account.isEmpty() ? null : account,
                    event.at("/data/object/id").asString(""));
        } catch (JacksonException notJson) {
            throw new IllegalArgumentException("Not JSON", notJson);
        }
    }

    private static String text(JsonNode event, String pointer) {
        String value = event.at(pointer).asString("");
        if (value.isEmpty()) {
            throw new IllegalArgumentException("An event without " + pointer);
        }
        return value;
    }
}

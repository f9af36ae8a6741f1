package io.heliograph.api;

import io.heliograph.ledger.Credits;
import org.springframework.boot.jackson.JacksonComponent;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;

/** Credits in JSON: a plain decimal number with at most four decimals; read from a number or a text of one. */
@JacksonComponent
class CreditsJson {

    /** Writes the exact number. */
    static class Serializer extends ValueSerializer<Credits> {

        @Override
        public void serialize(Credits credits, JsonGenerator json, SerializationContext context) {
            json.writeNumber(credits.toString());
        }
    }

    /** Reads the exact number. */
    static class Deserializer extends ValueDeserializer<Credits> {

        @Override
        public Credits deserialize(JsonParser json, DeserializationContext context) {
            String text = json.getString();
            try {
                return Credits.parse(text == null ? "" : text);
            } catch (ArithmeticException | NumberFormatException e) {
                return (Credits) context.handleWeirdStringValue(
                        Credits.class, String.valueOf(text), "Credits are a number with at most four decimals");
            }
        }
    }
}

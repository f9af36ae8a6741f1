package io.heliograph.webhooks.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventJsonTests {

    @Test
    void writesTypeTimestampAndDataInThisOrder() {
        Instant at = Instant.parse("2026-11-23T10:00:00.123456Z");

        assertThat(EventJson.write("message.delivered", at, new Data("4477", null)))
                .isEqualTo("{\"type\":\"message.delivered\",\"timestamp\":\"2026-11-23T10:00:00.123Z\","
                        + "\"data\":{\"to\":\"4477\"}}");
    }

    @Test
    void takesTypedDataAsItIs() {
        assertThat(EventJson.write("test.ping", Instant.EPOCH, EventJson.object("{\"b\": [1, null], \"a\": 2.5}")))
                .endsWith("\"data\":{\"b\":[1,null],\"a\":2.5}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[1]", "5", "{\"a\":", "{\"a\":1} x", "nonsense"})
    void refusesWhatIsNotAnObject(String json) {
        assertThatIllegalArgumentException().isThrownBy(() -> EventJson.object(json));
    }

    private record Data(String to, @Nullable String from) {}
}

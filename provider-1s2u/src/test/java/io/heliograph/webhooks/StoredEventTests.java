package io.heliograph.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.db.RowIds;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StoredEventTests {

    @Test
    void givesTheCustomersDataBackAsTheObjectThatItIs() {
        assertThat(payload("{\"order\": 4711}")).contains(",\"metadata\":{\"order\": 4711}}");
    }

    @Test
    void saysNothingOfDataThatThereIsNot() {
        assertThat(payload(null)).doesNotContain("metadata");
    }

    private static String payload(@Nullable String metadata) {
        Instant now = Instant.parse("2026-11-23T13:05:09.5Z");
        StatusReport report = new StatusReport(
                RowIds.next(), null, "447700900123", "Alpine", "delivered", "DELIVRD", now, 2, metadata);
        return StoredEvent.of(RowIds.next(), new NewEvent("message.delivered", null, null, report), now)
                .payload();
    }
}

package io.heliograph.webhooks.sender;

import static io.heliograph.db.RowIds.bytes;

import io.heliograph.db.Times;
import io.heliograph.webhooks.Attempt;
import io.heliograph.webhooks.http.Answer;
import io.heliograph.webhooks.http.Exchange;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Keeps the exchanges themselves, of texts as much as fits: what can't be written down would be sent again for ever. */
@Repository
class AttemptRows {

    private final JdbcTemplate jdbc;

    AttemptRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void insert(List<Outcome> outcomes) {
        jdbc.batchUpdate("""
                INSERT INTO webhooks_attempt (tenant_id, delivery_id, number, started_at, duration_ms, url, status, error,
                    request_headers, request_body, response_headers, response_body)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, outcomes.stream().map(AttemptRows::row).toList());
    }

    private static @Nullable Object[] row(Outcome outcome) {
        Exchange exchange = outcome.exchange();
        Answer answer = exchange.answer();
        return new @Nullable Object[] {
            bytes(outcome.claim().endpoint().tenantId()),
            bytes(outcome.claim().deliveryId()),
            outcome.number(),
            Times.utc(exchange.startedAt()),
            exchange.duration().toMillis(),
            exchange.request().url(),
            outcome.status(),
            exchange.error(),
            Attempt.kept(exchange.requestHeaders()),
            Attempt.kept(exchange.request().body()),
            answer == null ? null : Attempt.kept(answer.headers()),
            answer == null ? null : Attempt.kept(answer.body())
        };
    }
}

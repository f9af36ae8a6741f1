package io.heliograph.webhooks.sender;

import static io.heliograph.db.RowIds.bytes;
import static java.util.stream.Collectors.groupingBy;

import io.heliograph.db.RowKeys;
import io.heliograph.db.Times;
import io.heliograph.webhooks.http.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Writes deliveries that were made, of many endpoints by a few statements. */
@Repository
class MadeRows {

    private final JdbcTemplate jdbc;

    MadeRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes their places out of the queue.
     *
     * @return false if not all are under the leases any more that they were claimed with: the transaction is to be undone
     */
    boolean leave(List<Outcome> outcomes) {
        List<Object> params = new ArrayList<>(outcomes.size() * 4);
        for (Outcome outcome : outcomes) {
            Claim claim = outcome.claim();
            params.add(bytes(claim.endpoint().tenantId()));
            params.add(bytes(claim.endpoint().endpointId()));
            params.add(bytes(claim.deliveryId()));
            params.add(bytes(claim.lease()));
        }
        String made = "(SELECT ? AS tenant_id, ? AS endpoint_id, ? AS delivery_id, ? AS lease"
                + " UNION ALL SELECT ?, ?, ?, ?".repeat(outcomes.size() - 1) + ") made";
        return jdbc.update("DELETE q FROM " + made + """
                          STRAIGHT_JOIN webhooks_queue q
                             ON q.tenant_id = made.tenant_id AND q.endpoint_id = made.endpoint_id
                            AND q.delivery_id = made.delivery_id AND q.lease = made.lease
                        """, params.toArray()) == outcomes.size();
    }

    /** Their new state. */
    void made(List<Outcome> outcomes) {
        outcomes.stream()
                .collect(groupingBy(outcome -> Objects.requireNonNull(outcome.status())))
                .forEach(this::made);
    }

    /** All at the time of the last, as they are written together. */
    private void made(int status, List<Outcome> outcomes) {
        Exchange last = outcomes.getLast().exchange();
        RowKeys keys = RowKeys.of(
                outcomes,
                outcome -> outcome.claim().endpoint().tenantId(),
                outcome -> outcome.claim().deliveryId());
        jdbc.update(
                "UPDATE " + keys.join("webhooks_delivery d", "d.tenant_id", "d.id") + """
                   SET d.state = 'DELIVERED', d.tries = d.tries + 1, d.failures = 0, d.last_status = ?,
                       d.last_error = NULL, d.next_try_at = NULL, d.state_at = ?
                """,
                keys.and(status, Times.utc(last.startedAt().plus(last.duration()))));
    }
}

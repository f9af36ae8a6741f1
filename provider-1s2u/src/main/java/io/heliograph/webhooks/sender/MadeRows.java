package io.heliograph.webhooks.sender;

import static io.heliograph.db.RowIds.bytes;
import static java.util.stream.Collectors.groupingBy;

import io.heliograph.db.RowKeys;
import io.heliograph.db.Times;
import io.heliograph.webhooks.EndpointKey;
import io.heliograph.webhooks.http.Exchange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
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
    boolean leave(Collection<List<Outcome>> byEndpoint) {
        List<String> places = new ArrayList<>();
        List<Object> params = new ArrayList<>();
        Set<UUID> leases = new HashSet<>();
        int all = 0;
        for (List<Outcome> outcomes : byEndpoint) {
            EndpointKey endpoint = outcomes.getFirst().claim().endpoint();
            places.add("tenant_id = ? AND endpoint_id = ? AND delivery_id IN " + marks(outcomes.size()));
            params.add(bytes(endpoint.tenantId()));
            params.add(bytes(endpoint.endpointId()));
            for (Outcome outcome : outcomes) {
                params.add(bytes(outcome.claim().deliveryId()));
                leases.add(outcome.claim().lease());
            }
            all += outcomes.size();
        }
        leases.forEach(lease -> params.add(bytes(lease)));
        String sql = "DELETE FROM webhooks_queue WHERE (" + String.join(" OR ", places) + ") AND lease IN "
                + marks(leases.size());
        return jdbc.update(sql, params.toArray()) == all;
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
                "tenant_id",
                "id",
                outcomes,
                outcome -> outcome.claim().endpoint().tenantId(),
                outcome -> outcome.claim().deliveryId());
        jdbc.update(
                """
                UPDATE webhooks_delivery
                   SET state = 'DELIVERED', tries = tries + 1, failures = 0, last_status = ?, last_error = NULL,
                       next_try_at = NULL, state_at = ?
                 WHERE
                """ + keys.sql(), keys.after(status, Times.utc(last.startedAt().plus(last.duration()))));
    }

    private static String marks(int count) {
        return "(" + String.join(", ", Collections.nCopies(count, "?")) + ")";
    }
}

package io.heliograph.upstream;

import io.heliograph.db.RowIds;
import io.heliograph.provider.smpp.IdForm;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code upstream_account}. */
@Repository
class SettingsRows {

    private final JdbcClient jdbc;

    SettingsRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, SmppSettings> all() {
        Map<UUID, SmppSettings> all = new HashMap<>();
        jdbc.sql("""
                        SELECT account_id, transport, host, port, tls, sessions, window_size, segments_per_second, id_form
                          FROM upstream_account
                        """).query(rs -> {
            all.put(
                    RowIds.uuid(rs.getBytes("account_id")),
                    new SmppSettings(
                            Transport.valueOf(rs.getString("transport")),
                            rs.getString("host"),
                            rs.getInt("port"),
                            rs.getBoolean("tls"),
                            rs.getInt("sessions"),
                            rs.getInt("window_size"),
                            rs.getInt("segments_per_second"),
                            IdForm.valueOf(rs.getString("id_form"))));
        });
        return all;
    }

    void save(UUID accountId, SmppSettings settings) {
        jdbc.sql("""
                        INSERT INTO upstream_account
                            (account_id, transport, host, port, tls, sessions, window_size, segments_per_second, id_form)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON DUPLICATE KEY UPDATE
                            transport = VALUES(transport), host = VALUES(host), port = VALUES(port), tls = VALUES(tls),
                            sessions = VALUES(sessions), window_size = VALUES(window_size),
                            segments_per_second = VALUES(segments_per_second), id_form = VALUES(id_form)
                        """)
                .param(RowIds.bytes(accountId))
                .param(settings.transport().name())
                .param(settings.host())
                .param(settings.port())
                .param(settings.tls())
                .param(settings.sessions())
                .param(settings.window())
                .param(settings.segmentsPerSecond())
                .param(settings.ids().name())
                .update();
    }

    /** Leaves HTTP alone for that long, on all nodes. */
    void httpAway(UUID accountId, Duration time) {
        jdbc.sql("""
                        UPDATE upstream_account
                           SET http_away_until = DATE_ADD(UTC_TIMESTAMP(6), INTERVAL ? SECOND)
                         WHERE account_id = ?
                        """).params(time.toSeconds(), RowIds.bytes(accountId)).update();
    }

    /** The accounts whose HTTP is left alone. */
    Set<UUID> httpAway() {
        return new HashSet<>(
                jdbc.sql("SELECT account_id FROM upstream_account WHERE http_away_until > UTC_TIMESTAMP(6)")
                        .query((rs, _) -> RowIds.uuid(rs.getBytes("account_id")))
                        .list());
    }
}

package io.heliograph.protection;

import io.heliograph.db.RowIds;
import io.heliograph.db.Times;
import io.heliograph.secrets.Secrets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of authenticator apps. */
@Repository
class AppRows {

    private final JdbcClient jdbc;
    private final Secrets secrets;

    AppRows(JdbcClient jdbc, Secrets secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    void insertIfMissing(UUID userId, String seed, Instant now) {
        jdbc.sql("""
                        INSERT INTO protection_app (user_id, seed, last_step, created_at) VALUES (?, ?, 0, ?)
                        ON DUPLICATE KEY UPDATE user_id = user_id
                        """)
                .param(RowIds.bytes(userId))
                .param(secrets.encrypt(seed))
                .param(Times.utc(now))
                .update();
    }

    Optional<App> find(UUID userId) {
        return jdbc.sql("SELECT seed, confirmed_at FROM protection_app WHERE user_id = ?")
                .param(RowIds.bytes(userId))
                .query((row, n) ->
                        new App(secrets.decrypt(row.getBytes("seed")), row.getObject("confirmed_at") != null))
                .optional();
    }

    /** Uses a step up; false when it or a later one was used, also by somebody a moment before. */
    boolean useStep(UUID userId, long step) {
        return jdbc.sql("UPDATE protection_app SET last_step = ? WHERE user_id = ? AND last_step < ?")
                        .param(step)
                        .param(RowIds.bytes(userId))
                        .param(step)
                        .update()
                == 1;
    }

    void confirm(UUID userId, Instant now) {
        jdbc.sql("UPDATE protection_app SET confirmed_at = ? WHERE user_id = ?")
                .param(Times.utc(now))
                .param(RowIds.bytes(userId))
                .update();
    }

    boolean delete(UUID userId) {
        return jdbc.sql("DELETE FROM protection_app WHERE user_id = ?")
                        .param(RowIds.bytes(userId))
                        .update()
                == 1;
    }

    /** An app by its seed, in base 32. */
    record App(String seed, boolean confirmed) {

        /** Without the seed. */
        @Override
        public String toString() {
            return "App[confirmed=" + confirmed + "]";
        }
    }
}

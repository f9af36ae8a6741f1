package io.heliograph.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class TransactionsIT {

    @Autowired
    Transactions transactions;

    @Autowired
    JdbcClient jdbc;

    @Test
    void readsBackTheInstantItWrote() {
        Instant instant = Instant.parse("2026-03-29T01:30:00.123456Z");

        Instant read = jdbc.sql("SELECT CAST(? AS DATETIME(6)) AS at")
                .param(Times.utc(instant))
                .query((rs, _) -> Times.instant(rs, "at"))
                .single();

        assertThat(read).isEqualTo(instant);
    }

    @Test
    void runsReadCommittedInUtc() {
        Instant databaseNow = transactions.call(() -> jdbc.sql("SELECT UTC_TIMESTAMP(6) AS at")
                .query((rs, _) -> Times.instant(rs, "at"))
                .single());
        Instant localNow = jdbc.sql("SELECT NOW(6) AS at")
                .query((rs, _) -> Times.instant(rs, "at"))
                .single();

        assertThat(databaseNow).isBetween(localNow.minusSeconds(5), localNow.plusSeconds(5));
    }
}

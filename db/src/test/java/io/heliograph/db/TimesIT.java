package io.heliograph.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs with New York as the zone of the process: in spring an hour of its time is missing, in autumn one is twice. */
@DatabaseTest
class TimesIT {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @ParameterizedTest
    @CsvSource({
        "2026-03-08T02:30:00.123456Z, 2026-03-08 02:30:00.123456",
        "2026-03-08T07:30:00.000001Z, 2026-03-08 07:30:00.000001",
        "2026-11-01T05:30:00Z, 2026-11-01 05:30:00.000000",
        "2026-11-01T06:30:00.999999Z, 2026-11-01 06:30:00.999999"
    })
    void areUtcInTheDatabase(Instant instant, String utc) {
        insert(instant);

        assertThat(jdbc.sql("SELECT DATE_FORMAT(created_at, '%Y-%m-%d %T.%f') FROM rates_chain")
                        .query(String.class)
                        .single())
                .isEqualTo(utc);
        assertThat(read()).isEqualTo(instant);
    }

    @Test
    void ofTheClockAreReadAsTheyWereWritten() {
        Instant now = clock.instant();

        insert(now);

        assertThat(read()).isEqualTo(now);
    }

    @Test
    void ofTheDatabasesClockAreOurs() {
        Instant now = jdbc.sql("SELECT UTC_TIMESTAMP(6) AS now")
                .query((row, _) -> Times.instant(row, "now"))
                .single();

        assertThat(now)
                .isBetween(clock.instant().minusSeconds(5), clock.instant().plusSeconds(5));
    }

    @Test
    void mayBeNull() {
        assertThat(jdbc.sql("SELECT CAST(NULL AS DATETIME) AS ended_at")
                        .query((row, _) -> Times.instantOrNull(row, "ended_at") == null)
                        .single())
                .isTrue();
        assertThat(Times.utcOrNull(null)).isNull();
    }

    /** The driver would send 05:30 UTC as 06:30, because both are half past one in New York. */
    @Test
    void areNotLeftToTheDriver() {
        Instant twice = Instant.parse("2026-11-01T05:30:00Z");

        assertThatThrownBy(
                        () -> jdbc.sql("SELECT :at").param("at", twice).query().singleRow())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Times.utc");
        assertThatThrownBy(RecordedStatements::assertNoObjection).isInstanceOf(AssertionError.class);
    }

    private void insert(Instant instant) {
        jdbc.sql("""
                INSERT INTO rates_chain (tenant_id, id, product, prefix, links, created_at)
                VALUES (:id, :id, 'SMS', '', '', :at)
                """)
                .param("id", RowIds.bytes(RowIds.next()))
                .param("at", Times.utc(instant))
                .update();
    }

    private Instant read() {
        return jdbc.sql("SELECT created_at FROM rates_chain")
                .query((row, _) -> Times.instant(row, "created_at"))
                .single();
    }
}

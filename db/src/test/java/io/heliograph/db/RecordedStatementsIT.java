package io.heliograph.db;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class RecordedStatementsIT {

    private static final String ONLY_MARIADB = "DELETE FROM rates_terms RETURNING tenant_id";

    @Autowired
    private JdbcTemplate template;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void objectionIsKeptForTheTest() {
        assertThatThrownBy(RecordedStatements::assertNoObjection).hasMessageContaining("RETURNING");
        RecordedStatements.assertNoObjection();
    }

    @Test
    void failPreparedStatements() {
        assertThatThrownBy(() -> jdbc.sql(ONLY_MARIADB).query().listOfRows()).isInstanceOf(AssertionError.class);
    }

    @Test
    void failPlainStatements() {
        assertThatThrownBy(() -> template.execute(ONLY_MARIADB)).isInstanceOf(AssertionError.class);
    }

    @Test
    void failBatches() {
        assertThatThrownBy(() -> template.batchUpdate("DELETE FROM rates_terms", ONLY_MARIADB))
                .isInstanceOf(AssertionError.class);
    }
}

package io.heliograph.db;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MySqlGrammarTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE t (id uuid)",
                "DELETE FROM t WHERE id = ? RETURNING id",
                "INSERT INTO t (a) VALUES (?) returning a",
                "SELECT a FROM t LIMIT 1 OFFSET 2 ROWS",
                "CREATE SEQUENCE s"
            })
    void refusesWhatOnlyMariaDbKnows(String sql) {
        assertThatThrownBy(() -> MySqlGrammar.check(sql))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 'RETURNING' FROM t",
                "SELECT a /* RETURNING */ FROM t -- returning\n WHERE a = 1",
                "INSERT INTO t (a, b) VALUES (?, ?), (?, ?), (?, ?) ON DUPLICATE KEY UPDATE b = VALUES(b)",
                "INSERT INTO t (a, b) VALUES (?, UTC_TIMESTAMP(6)), (?, UTC_TIMESTAMP(6))",
                "SELECT a FROM t WHERE a IN (?, ?, ?) ORDER BY a LIMIT ? FOR UPDATE SKIP LOCKED",
                "WITH RECURSIVE up (id) AS (SELECT ? UNION ALL SELECT t.a FROM t JOIN up ON t.b = up.id) SELECT id FROM up",
                "SELECT SUM(a) OVER (PARTITION BY b ORDER BY c) FROM t",
                "SELECT GET_LOCK(?, 10)"
            })
    void takesWhatBothKnow(String sql) {
        assertThatCode(() -> MySqlGrammar.check(sql)).doesNotThrowAnyException();
    }
}

package io.heliograph.db;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Empties every table that has rows, before each test. What the migrations put in stays. */
class EmptyDatabase implements TestExecutionListener {

    private static final Set<String> KEPT = Set.of("flyway_schema_history", "rates_revision");

    @Override
    public void beforeTestMethod(TestContext context) {
        JdbcTemplate jdbc = context.getApplicationContext().getBean(JdbcTemplate.class);
        List<String> tables = jdbc.queryForList(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()", String.class);
        String nonEmpty = tables.stream()
                .filter(table -> !KEPT.contains(table))
                .map(table -> "(SELECT '%1$s' AS t FROM %1$s LIMIT 1)".formatted(table))
                .collect(Collectors.joining(" UNION ALL "));
        jdbc.queryForList(nonEmpty, String.class).forEach(table -> jdbc.update("DELETE FROM " + table));
        jdbc.update("UPDATE rates_revision SET revision = revision + 1 WHERE id = 1");
    }
}

package io.heliograph.db;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Empties every table that has rows, before each test. What the migrations put in stays. What was still under way for the
 * test before may write once more to a table that is empty already, so it is looked at again.
 */
class EmptyDatabase implements TestExecutionListener {

    /** Some tables are written to all the time. */
    private static final int MOST_PASSES = 3;

    private static final Set<String> KEPT = Set.of("flyway_schema_history", "rates_revision");

    @Override
    public void beforeTestMethod(TestContext context) {
        DataSource source = context.getApplicationContext().getBean(DataSource.class);
        JdbcTemplate jdbc = new JdbcTemplate(RecordedStatements.unrecorded(source));
        String nonEmpty =
                strings(jdbc, "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()")
                        .stream()
                        .filter(table -> !KEPT.contains(table))
                        .map("(SELECT '%1$s' AS t FROM %1$s LIMIT 1)"::formatted)
                        .collect(Collectors.joining(" UNION ALL "));
        List<String> tables = strings(jdbc, nonEmpty);
        for (int passes = 1; passes <= MOST_PASSES && !tables.isEmpty(); passes++) {
            tables.forEach(table -> jdbc.update("DELETE FROM " + table));
            tables = strings(jdbc, nonEmpty);
        }
        jdbc.update("UPDATE rates_revision SET revision = revision + 1 WHERE id = 1");
    }

    @Override
    public void afterTestMethod(TestContext context) {
        RecordedStatements.assertNoObjection();
    }

    private static List<String> strings(JdbcTemplate jdbc, String query) {
        return jdbc.query(query, (row, _) -> row.getString(1));
    }
}

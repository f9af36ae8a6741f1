package io.heliograph.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database as the application starts it: the sandbox's, and an operator's own. */
@ExtendWith(OutputCaptureExtension.class)
class DatabaseConfigurationIT {

    private static final String TABLES =
            "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE()";

    @Test
    void startsItsOwnWhereNoneIsConfiguredAndStopsIt() {
        ProcessHandle mariaDb;
        try (ConfigurableApplicationContext application = start(
                "--heliograph.home=" + Path.of("target", "configuration-home").toAbsolutePath())) {
            EmbeddedMariaDb server = application.getBean(EmbeddedMariaDb.class);
            mariaDb = ProcessHandle.of(server.pid()).orElseThrow();
            assertThat(application.getBean(HikariDataSource.class).getJdbcUrl()).isEqualTo(server.jdbcUrl());
            assertThat(number(application, TABLES)).isGreaterThan(30);
        }
        assertThat(mariaDb.isAlive()).isFalse();
    }

    @Test
    void saysInASentenceWhyItDoesNotStart(CapturedOutput output) {
        assertThatThrownBy(() -> start("--heliograph.home=/proc/heliograph")).isInstanceOf(RuntimeException.class);

        assertThat(output.getOut())
                .contains("Description:", "The folder /proc/heliograph can't be used.")
                .doesNotContain("\tat ");
    }

    @Test
    void usesTheOperatorsOwnWithTheSameSettings() {
        flyway("operators").clean();

        try (ConfigurableApplicationContext application = start(operatorsOwn("operators"))) {
            assertThat(application.getBeansOfType(EmbeddedMariaDb.class)).isEmpty();
            HikariDataSource pool = application.getBean(HikariDataSource.class);
            assertThat(pool.getTransactionIsolation()).isEqualTo("TRANSACTION_READ_COMMITTED");
            assertThat(pool.getDataSourceProperties())
                    .containsEntry("rewriteBatchedStatements", "true")
                    .containsEntry("cachePrepStmts", "true")
                    .containsEntry("connectionTimeZone", "UTC")
                    .containsEntry("forceConnectionTimeZoneToSession", "true");
            assertThat(number(application, "SELECT TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(), NOW())"))
                    .isZero();
            assertThat(number(application, "SELECT @@innodb_lock_wait_timeout")).isEqualTo(10);
        }
    }

    @Test
    void migratesOnceThoughTwoNodesStartAtOnce() throws Exception {
        Callable<Integer> node = () -> flyway("two_nodes").migrate().migrationsExecuted;
        flyway("two_nodes").clean();

        try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> executed = nodes.invokeAll(List.of(node, node));

            assertThat(executed.get(0).get() + executed.get(1).get())
                    .isEqualTo(flyway("two_nodes").info().applied().length)
                    .isGreaterThan(10);
        }
    }

    private static Flyway flyway(String schema) {
        return Flyway.configure()
                .dataSource(TestDatabase.jdbcUrl(schema), TestDatabase.username(), TestDatabase.password())
                .cleanDisabled(false)
                .load();
    }

    private static String[] operatorsOwn(String schema) {
        return new String[] {
            "--spring.datasource.url=" + TestDatabase.jdbcUrl(schema),
            "--spring.datasource.username=" + TestDatabase.username(),
            "--spring.datasource.password=" + TestDatabase.password()
        };
    }

    private static long number(ConfigurableApplicationContext application, String query) {
        return application
                .getBean(JdbcClient.class)
                .sql(query)
                .query(Long.class)
                .single();
    }

    private static ConfigurableApplicationContext start(String... settings) {
        return new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .properties("logging.level.root=warn")
                .run(settings);
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class
    })
    @Import({DatabaseConfiguration.class, EmbeddedDatabaseConfiguration.class})
    static class Application {}
}

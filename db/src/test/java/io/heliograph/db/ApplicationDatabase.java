package io.heliograph.db;

import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/**
 * For a test of the whole application, {@code @SpringBootTest @Import(ApplicationDatabase.class)}: an empty schema of its
 * own on the tests' server for each application that starts, so that the sandbox is as at its first start and what one
 * application does in the background is not seen by another. Statements are recorded. The sandbox stays the sandbox,
 * because {@code spring.datasource.url} is not set.
 */
@TestComponent
@Configuration(proxyBeanMethods = false)
@Import(RecordedStatements.class)
public class ApplicationDatabase {

    private static final AtomicInteger STARTED = new AtomicInteger();

    @Bean
    @Primary
    JdbcConnectionDetails applicationDatabase() {
        return TestDatabase.connection("application_" + STARTED.incrementAndGet());
    }

    /** What an earlier run has left in the schema goes. */
    @Bean
    FlywayMigrationStrategy migrationFromNothing() {
        return flyway -> {
            Flyway.configure()
                    .configuration(flyway.getConfiguration())
                    .cleanDisabled(false)
                    .load()
                    .clean();
            flyway.migrate();
        };
    }
}

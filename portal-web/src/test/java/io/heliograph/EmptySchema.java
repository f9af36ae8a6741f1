package io.heliograph;

import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Begins with no data, whatever an earlier run has left. */
@TestConfiguration(proxyBeanMethods = false)
public class EmptySchema {

    @Bean
    FlywayMigrationStrategy fromNothing() {
        return flyway -> {
            flyway.clean();
            flyway.migrate();
        };
    }
}

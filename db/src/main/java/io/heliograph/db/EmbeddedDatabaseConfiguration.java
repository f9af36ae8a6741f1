package io.heliograph.db;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Starts the embedded MariaDB where no database is configured. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnSandbox
class EmbeddedDatabaseConfiguration {

    @Bean(destroyMethod = "close")
    EmbeddedMariaDb embeddedMariaDb(HomeProperties properties) {
        return EmbeddedMariaDb.start(properties.home().toAbsolutePath(), EmbeddedMariaDb.Durability.FULL);
    }

    @Bean
    JdbcConnectionDetails embeddedMariaDbConnection(EmbeddedMariaDb server) {
        return new EmbeddedConnection(server);
    }
}

package io.heliograph.db;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The embedded MariaDB where no database is configured; the first that asks for a connection starts it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnSandbox
class EmbeddedDatabaseConfiguration {

    @Bean(destroyMethod = "close")
    @Lazy
    EmbeddedMariaDb embeddedMariaDb(HomeProperties properties) {
        return EmbeddedMariaDb.start(properties.home(), EmbeddedMariaDb.Durability.FULL);
    }

    @Bean
    @Lazy
    JdbcConnectionDetails embeddedMariaDbConnection(EmbeddedMariaDb server) {
        return new EmbeddedConnection(server);
    }
}

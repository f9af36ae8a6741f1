package io.heliograph.db;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.PropertySource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Connection settings that hold for every database, and the clock that all modules read. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HomeProperties.class)
@PropertySource("classpath:heliograph-db.properties")
class DatabaseConfiguration {

    private static final Duration MICROSECOND = Duration.ofNanos(1000);

    /** Ticks in microseconds, as the database keeps times: what was written is equal to what is read. */
    @Bean
    @Fallback
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), MICROSECOND);
    }

    /** A migration may take longer than any statement of the application, so it has no time limit. */
    @Bean
    FlywayConfigurationCustomizer migrationsWithoutTimeLimit() {
        return flyway -> {
            if (flyway.getDataSource() instanceof HikariDataSource pool) {
                flyway.dataSource(withoutTimeLimit(pool));
            }
        };
    }

    private static DataSource withoutTimeLimit(HikariDataSource pool) {
        Properties properties = new Properties();
        properties.putAll(pool.getDataSourceProperties());
        properties.remove("socketTimeout");
        DriverManagerDataSource connections = new DriverManagerDataSource(pool.getJdbcUrl(), properties);
        connections.setUsername(pool.getUsername());
        connections.setPassword(pool.getPassword());
        return connections;
    }
}

package io.heliograph.db;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/** Connection settings that hold for every database, and the clock that all modules read. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HomeProperties.class)
@PropertySource("classpath:heliograph-db.properties")
class DatabaseConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}

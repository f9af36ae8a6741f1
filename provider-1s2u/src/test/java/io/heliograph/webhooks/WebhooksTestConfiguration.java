package io.heliograph.webhooks;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

/** The beans of webhooks. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Tests\\$.*"))
class WebhooksTestConfiguration {

    @Bean
    WebhooksProperties webhooksProperties() {
        return new WebhooksProperties(
                true, Duration.ofSeconds(1), 64, 8, Duration.ofMillis(50), Duration.ofSeconds(10));
    }
}

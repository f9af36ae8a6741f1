package io.heliograph.sandbox;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/** Settings whose defaults are others in a sandbox: webhooks may go to programs on the same machine (design 6). */
final class SandboxSettings implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!StringUtils.hasText(environment.getProperty("spring.datasource.url"))) {
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource("sandbox", Map.of("heliograph.webhooks.allow-private", "true")));
        }
    }
}

package io.heliograph.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class SandboxWebhooksTests {

    private static final String DATABASE = "spring.datasource.url=jdbc:mysql://db/heliograph";

    private final ApplicationContextRunner contexts =
            new ApplicationContextRunner().withUserConfiguration(SandboxWebhooks.class, Properties.class);

    @Test
    void callsPrivateAddressesInTheSandbox() {
        contexts.run(
                context -> assertThat(context.getBean(WebhooksProperties.class).allowPrivate())
                        .isTrue());
    }

    @Test
    void doesNotWhereADatabaseIsConfigured() {
        contexts.withPropertyValues(DATABASE).run(context -> {
            WebhooksProperties properties = context.getBean(WebhooksProperties.class);
            assertThat(properties.allowPrivate()).isFalse();
            assertThat(properties.timeout()).isEqualTo(Duration.ofSeconds(15));
        });
    }

    @Test
    void doesAsItIsTold() {
        contexts.withPropertyValues("heliograph.webhooks.allow-private=false")
                .run(context -> assertThat(
                                context.getBean(WebhooksProperties.class).allowPrivate())
                        .isFalse());
        contexts.withPropertyValues(DATABASE, "heliograph.webhooks.allow-private=true")
                .run(context -> assertThat(
                                context.getBean(WebhooksProperties.class).allowPrivate())
                        .isTrue());
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(WebhooksProperties.class)
    static class Properties {}
}

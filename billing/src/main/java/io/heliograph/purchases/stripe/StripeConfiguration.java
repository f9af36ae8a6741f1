package io.heliograph.purchases.stripe;

import io.heliograph.purchases.stripe.simulator.StripeSimulator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Stripe where a key is set; else the simulator, where the sandbox has made one a bean; else nothing. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StripeProperties.class)
class StripeConfiguration {

    @Bean
    StripeConnection stripeConnection(StripeProperties settings, ObjectProvider<StripeSimulator> simulators) {
        if (settings.apiKey() != null) {
            List<String> secrets = Stream.of(settings.webhookSecret(), settings.connectWebhookSecret())
                    .filter(Objects::nonNull)
                    .toList();
            return StripeConnection.to(new StripeAccess(settings.apiKey(), secrets, settings.apiBase()));
        }
        StripeSimulator simulator = simulators.getIfAvailable();
        return simulator == null ? StripeConnection.off() : StripeConnection.to(simulator.access());
    }
}

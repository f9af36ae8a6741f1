package io.heliograph.purchases;

import io.heliograph.purchases.stripe.simulator.StripeSimulator;
import io.heliograph.purchases.stripe.simulator.StripeSimulatorOptions;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The beans of purchases and the ledger, on a simulated Stripe. */
@Configuration(proxyBeanMethods = false)
@ComponentScan({"io.heliograph.ledger", "io.heliograph.purchases"})
class PurchaseBeans {

    @Bean
    StripeSimulator stripeSimulator() {
        return StripeSimulator.start(StripeSimulatorOptions.inMemory(), Clock.systemUTC());
    }

    /** What would become mails. */
    @Component
    static class Heard {

        final List<Record> events = new CopyOnWriteArrayList<>();

        @EventListener
        void on(Record event) {
            events.add(event);
        }

        <T extends Record> List<T> of(Class<T> type) {
            return events.stream().filter(type::isInstance).map(type::cast).toList();
        }
    }
}

package io.heliograph.sandbox;

import io.heliograph.db.ConditionalOnSandbox;
import io.heliograph.db.HomeProperties;
import io.heliograph.purchases.stripe.simulator.StripeSimulator;
import io.heliograph.purchases.stripe.simulator.StripeSimulatorOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** The Stripe of the sandbox: a simulator, unless a key of Stripe's is configured. It keeps what it knows beside the database. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnSandbox
class SandboxStripe {

    private static final String FILE = "stripe-simulator.json";

    private final ObjectProvider<StripeSimulator> simulators;

    SandboxStripe(ObjectProvider<StripeSimulator> simulators) {
        this.simulators = simulators;
    }

    @Bean(destroyMethod = "close")
    @Conditional(WithoutStripeKey.class)
    static StripeSimulator stripeSimulator(HomeProperties home, Clock clock) throws IOException {
        Path folder = Files.createDirectories(home.home());
        return StripeSimulator.start(StripeSimulatorOptions.keptIn(folder.resolve(FILE)), clock);
    }

    /** Its events go to this portal, once the port is known. */
    @EventListener
    void ready(ApplicationReadyEvent event) {
        StripeSimulator simulator = simulators.getIfAvailable();
        if (simulator != null
                && event.getApplicationContext() instanceof WebServerApplicationContext web
                && web.getWebServer() != null) {
            int port = web.getWebServer().getPort();
            simulator.deliverTo(URI.create("http://127.0.0.1:" + port + "/stripe/webhook"));
        }
    }
}

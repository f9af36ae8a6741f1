package io.heliograph.purchases.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.heliograph.purchases.stripe.simulator.StripeSimulator;
import io.heliograph.purchases.stripe.simulator.StripeSimulatorOptions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class StripeConnectionTests {

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withUserConfiguration(StripeConfiguration.class);

    @Test
    void isOffWithoutAKey() {
        application.run(context -> {
            StripeConnection stripe = context.getBean(StripeConnection.class);

            assertThat(stripe.isOn()).isFalse();
            assertThat(stripe.checkoutOrigins()).isEmpty();
            assertThat(stripe.signatures().verify("{}", "t=1,v1=00", Instant.EPOCH))
                    .isFalse();
            assertThatIllegalStateException().isThrownBy(stripe::requireGateway);
        });
    }

    @Test
    void isStripeItselfWithAKey() {
        application
                .withPropertyValues("heliograph.stripe.api-key=sk_test_1", "heliograph.stripe.webhook-secret=whsec_1")
                .run(context -> assertThat(
                                context.getBean(StripeConnection.class).checkoutOrigins())
                        .containsExactly("https://checkout.stripe.com"));
    }

    @Test
    void isTheSimulatorWhereOneIsABeanAndNoKeyIsSet() {
        application
                .withBean(
                        StripeSimulator.class,
                        () -> StripeSimulator.start(StripeSimulatorOptions.inMemory(), Clock.systemUTC()))
                .run(context -> assertThat(
                                context.getBean(StripeConnection.class).checkoutOrigins())
                        .containsExactly(
                                context.getBean(StripeSimulator.class).address().toString()));
    }

    @Test
    void doesNotStartWithAKeyThatCouldNotHearOfPayments() {
        application
                .withPropertyValues("heliograph.stripe.api-key=sk_test_1")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("heliograph.stripe.webhook-secret"));
    }

    @Test
    void neverShowsSecrets() {
        assertThat(new StripeProperties("sk_1", "whsec_1", "whsec_2", null).toString())
                .doesNotContain("sk_1", "whsec");
        assertThatIllegalArgumentException().isThrownBy(() -> new StripeAccess("sk_1", List.of(), null));
    }
}

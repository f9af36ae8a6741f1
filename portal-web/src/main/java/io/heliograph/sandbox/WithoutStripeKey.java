package io.heliograph.sandbox;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** True while no key of Stripe's is configured, an empty one counting as none. */
class WithoutStripeKey implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return context.getEnvironment()
                .getProperty("heliograph.stripe.api-key", "")
                .isBlank();
    }
}

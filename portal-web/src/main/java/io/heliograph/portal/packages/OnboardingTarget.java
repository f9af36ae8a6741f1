package io.heliograph.portal.packages;

import io.heliograph.purchases.Onboardings;
import io.heliograph.signin.FormTarget;
import java.util.List;
import org.springframework.stereotype.Component;

/** The form that opens an account ends at Stripe's questions, or the simulator's. */
@Component
class OnboardingTarget implements FormTarget {

    private final Onboardings onboardings;

    OnboardingTarget(Onboardings onboardings) {
        this.onboardings = onboardings;
    }

    @Override
    public String origin() {
        List<String> origins = onboardings.origins();
        return origins.isEmpty() ? "'self'" : String.join(" ", origins);
    }
}

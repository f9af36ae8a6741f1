package io.heliograph.portal.credits;

import io.heliograph.purchases.Purchases;
import io.heliograph.signin.FormTarget;
import java.util.List;
import org.springframework.stereotype.Component;

/** The form that buys a package ends at Stripe's checkout, or the simulator's. */
@Component
class CheckoutTarget implements FormTarget {

    private final Purchases purchases;

    CheckoutTarget(Purchases purchases) {
        this.purchases = purchases;
    }

    @Override
    public String origin() {
        List<String> origins = purchases.checkoutOrigins();
        return origins.isEmpty() ? "'self'" : String.join(" ", origins);
    }
}

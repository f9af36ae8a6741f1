package io.heliograph.portal.prices;

import io.heliograph.rates.Explanation;
import io.heliograph.rates.PriceLists;
import io.heliograph.rates.Product;
import io.heliograph.tenants.Tenant;
import io.heliograph.text.TypedNumber;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tries a number: which price wins for a customer, and why. */
@Component
class Trials {

    private final PriceLists prices;

    Trials(PriceLists prices) {
        this.prices = prices;
    }

    Trial of(String number, @Nullable Tenant customer, Product product) {
        if (customer == null) {
            return problem(number, null, "prices.try.customer");
        }
        return switch (TypedNumber.read(number)) {
            case TypedNumber.Usable usable ->
                found(number, customer, product, usable.msisdn().digits());
            case TypedNumber.Unusable unusable -> problem(number, customer, "prices.try.number." + unusable.reason());
        };
    }

    private Trial found(String number, Tenant customer, Product product, String msisdn) {
        Optional<Explanation> explanation = prices.explain(customer.id(), product, msisdn);
        String country = explanation
                .flatMap(found -> Destinations.country(found.prefix()))
                .orElse(null);
        return new Trial(number, customer, msisdn, null, explanation.orElse(null), country);
    }

    private static Trial problem(String number, @Nullable Tenant customer, String key) {
        return new Trial(number, customer, null, key, null, null);
    }
}

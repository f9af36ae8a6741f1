package io.heliograph.submissions;

import io.heliograph.ledger.Credits;
import io.heliograph.rates.Price;
import io.heliograph.rates.Product;
import io.heliograph.rates.Rates;
import io.heliograph.text.MessageText;
import io.heliograph.text.Msisdn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Prices the numbers of a request. */
@Component
class Pricing {

    private final Rates rates;

    Pricing(Rates rates) {
        this.rates = rates;
    }

    /** The price of each number, in the order of the numbers; a number without one is left out. */
    Map<String, Price> prices(UUID tenantId, List<String> msisdns) {
        Map<String, Price> prices = new LinkedHashMap<>();
        for (String msisdn : msisdns) {
            Msisdn.parse(msisdn)
                    .flatMap(number -> rates.price(tenantId, Product.SMS, number.digits()))
                    .ifPresent(price -> prices.put(msisdn, price));
        }
        return prices;
    }

    Quote quote(UUID tenantId, MessageText text, List<String> msisdns) {
        List<String> distinct = msisdns.stream().distinct().toList();
        Map<String, Price> prices = prices(tenantId, distinct);
        List<Credits> each = prices.values().stream()
                .map(price -> price.unit().times(text.segments()))
                .toList();
        List<String> withoutRoute =
                distinct.stream().filter(msisdn -> !prices.containsKey(msisdn)).toList();
        return new Quote(
                text,
                each.size(),
                each.stream().reduce(Credits.ZERO, Credits::plus),
                each.stream().min(Credits::compareTo).orElse(Credits.ZERO),
                each.stream().max(Credits::compareTo).orElse(Credits.ZERO),
                withoutRoute);
    }
}

package io.heliograph.lookups;

import io.heliograph.ledger.Credits;
import io.heliograph.rates.Charges;
import io.heliograph.rates.Product;
import io.heliograph.rates.Rates;
import io.heliograph.text.Msisdn;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What each number costs now: nothing where an earlier answer is young enough to be given again. */
@Component
class Pricing {

    static final int AT_ONCE = 1_000;

    private final Rates rates;
    private final EarlierAnswers earlier;
    private final Clock clock;

    Pricing(Rates rates, EarlierAnswers earlier, Clock clock) {
        this.rates = rates;
        this.earlier = earlier;
        this.clock = clock;
    }

    /** How old an answer may be for this request. */
    Duration reuse(LookupRequest request) {
        Duration asked = request.reuse();
        return asked == null ? earlier.reuse(request.tenantId()) : asked;
    }

    /** The numbers that can be looked up, in their order; those out of form or without a price are left out. */
    List<PricedNumber> price(UUID tenantId, List<String> msisdns, Duration reuse) {
        List<PricedNumber> priced = new ArrayList<>(msisdns.size());
        for (int start = 0; start < msisdns.size(); start += AT_ONCE) {
            List<String> some = msisdns.subList(start, Math.min(start + AT_ONCE, msisdns.size()));
            Map<String, EarlierAnswer> known = reuse.isZero()
                    ? Map.of()
                    : earlier.since(tenantId, some, clock.instant().minus(reuse));
            some.forEach(msisdn -> price(tenantId, msisdn, known).ifPresent(priced::add));
        }
        return priced;
    }

    static Credits total(List<PricedNumber> priced) {
        return priced.stream().map(PricedNumber::credits).reduce(Credits.ZERO, Credits::plus);
    }

    /** What is charged of a draft, by price. */
    List<Charges.Item> items(UUID tenantId, Tallies tallies) {
        return tallies.items(chainId -> rates.chain(tenantId, chainId));
    }

    Credits total(UUID tenantId, Tallies tallies) {
        return items(tenantId, tallies).stream()
                .map(item -> item.price().total(item.units()))
                .reduce(Credits.ZERO, Credits::plus);
    }

    private Optional<PricedNumber> price(UUID tenantId, String msisdn, Map<String, EarlierAnswer> known) {
        if (Msisdn.parse(msisdn).isEmpty()) {
            return Optional.empty();
        }
        EarlierAnswer answer = known.get(msisdn);
        return answer == null
                ? rates.price(tenantId, Product.LOOKUP, msisdn).map(price -> new PricedNumber(msisdn, price, null))
                : Optional.of(new PricedNumber(msisdn, null, answer));
    }
}

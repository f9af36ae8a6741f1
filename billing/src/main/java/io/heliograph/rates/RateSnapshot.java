package io.heliograph.rates;

import io.heliograph.ledger.Credits;
import io.heliograph.rates.Explanation.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All rates, markups and terms as they were at one revision. Answers without the database. */
final class RateSnapshot {

    private final long revision;
    private final Map<PriceList, PrefixTable> tables;
    private final Map<UUID, Integer> markups;
    private final Map<UUID, Terms> terms;

    RateSnapshot(long revision, List<Rate> rates, Map<UUID, Integer> markups, Map<UUID, Terms> terms) {
        this.revision = revision;
        this.tables = rates.stream()
                .collect(Collectors.groupingBy(
                        PriceList::of, Collectors.collectingAndThen(Collectors.toList(), PrefixTable::new)));
        this.markups = Map.copyOf(markups);
        this.terms = Map.copyOf(terms);
    }

    long revision() {
        return revision;
    }

    Terms terms(UUID sellerId) {
        return terms.getOrDefault(sellerId, Terms.DEFAULT);
    }

    /** What a tenant pays, and each seller above it; empty if one of them has no price. */
    Optional<Quote> quote(UUID tenantId, List<UUID> sellersAbove, Product product, String msisdn) {
        return explain(tenantId, sellersAbove, product, msisdn).map(Step::quote);
    }

    /** The tenant's own step of the chain of prices, which goes down from the operator. */
    Optional<Step> explain(UUID tenantId, List<UUID> sellersAbove, Product product, String msisdn) {
        Step step = null;
        for (int level = sellersAbove.size() - 1; level >= 0; level--) {
            UUID buyerId = level == 0 ? tenantId : sellersAbove.get(level - 1);
            step = step(buyerId, sellersAbove.get(level), step, product, msisdn);
            if (step == null) {
                return Optional.empty();
            }
        }
        return Optional.ofNullable(step);
    }

    /** What all customers of a seller pay that have no price and no markup of their own. */
    Optional<Credits> defaultPrice(UUID sellerId, List<UUID> sellersAbove, Product product, String msisdn) {
        Rate general = longest(sellerId, null, product, msisdn);
        if (general != null) {
            return Optional.of(general.price());
        }
        return quote(sellerId, sellersAbove, product, msisdn)
                .map(own -> Markup.apply(own.unit(), terms(sellerId).markupBasisPoints()));
    }

    private @Nullable Step step(
            UUID buyerId, UUID sellerId, @Nullable Step sellersOwn, Product product, String msisdn) {
        Rate own = longest(sellerId, buyerId, product, msisdn);
        Rate general = longest(sellerId, null, product, msisdn);
        if (own != null
                && (general == null || own.prefix().length() >= general.prefix().length())) {
            return Step.byRate(buyerId, own, Reason.CUSTOMER_RATE, sellersOwn);
        }
        if (general != null) {
            return Step.byRate(buyerId, general, Reason.GENERAL_RATE, sellersOwn);
        }
        if (sellersOwn == null) {
            return null;
        }
        Integer agreed = markups.get(buyerId);
        return agreed != null
                ? Step.byMarkup(buyerId, agreed, Reason.CUSTOMER_MARKUP, sellersOwn)
                : Step.byMarkup(buyerId, terms(sellerId).markupBasisPoints(), Reason.DEFAULT_MARKUP, sellersOwn);
    }

    private @Nullable Rate longest(UUID sellerId, @Nullable UUID customerId, Product product, String msisdn) {
        PrefixTable table = tables.get(new PriceList(sellerId, customerId, product));
        return table == null ? null : table.longestFor(msisdn);
    }

    /** How a buyer's price came about. */
    record Step(
            Quote quote,
            Reason reason,
            @Nullable Rate rate,
            @Nullable Integer markupBasisPoints) {

        static Step byRate(UUID buyerId, Rate rate, Reason reason, @Nullable Step sellersOwn) {
            Quote quote = Quote.of(
                    buyerId, rate.product(), rate.prefix(), rate.price(), sellersOwn == null ? null : sellersOwn.quote);
            return new Step(quote, reason, rate, null);
        }

        static Step byMarkup(UUID buyerId, int basisPoints, Reason reason, Step sellersOwn) {
            Quote above = sellersOwn.quote;
            Credits unit = Markup.apply(above.unit(), basisPoints);
            return new Step(Quote.of(buyerId, above.product(), above.prefix(), unit, above), reason, null, basisPoints);
        }

        Explanation explanation() {
            Credits sellerPays =
                    quote.links().size() == 1 ? null : quote.links().get(1).unit();
            return new Explanation(
                    quote.unit(),
                    quote.prefix(),
                    reason,
                    rate == null ? null : rate.id(),
                    markupBasisPoints,
                    sellerPays);
        }
    }

    /** Names the rates of a seller for one customer, or for all. */
    private record PriceList(UUID sellerId, @Nullable UUID customerId, Product product) {

        static PriceList of(Rate rate) {
            return new PriceList(rate.sellerId(), rate.customerId(), rate.product());
        }
    }
}

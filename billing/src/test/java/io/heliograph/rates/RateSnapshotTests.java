package io.heliograph.rates;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.db.RowIds;
import io.heliograph.ledger.Credits;
import io.heliograph.rates.Explanation.Reason;
import io.heliograph.rates.Price.Link;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateSnapshotTests {

    private final UUID operator = RowIds.next();
    private final UUID reseller = RowIds.next();
    private final UUID alice = RowIds.next();
    private final UUID charlie = RowIds.next();

    private final List<Rate> rates = new ArrayList<>();
    private final Map<UUID, Integer> markups = new HashMap<>();
    private final Map<UUID, Terms> terms = new HashMap<>();

    @ParameterizedTest
    @CsvSource({
        "4917612345678, 5, 49176",
        "4917512345678, 4, 4917",
        "4930123456789, 3, 49",
        "4712345678901, 1, ''",
        "4, 1, ''",
        "49, 3, 49",
        "49176, 5, 49176",
    })
    void takesTheLongestPrefix(String msisdn, String price, String prefix) {
        sells(operator, null, "", "1");
        sells(operator, null, "49", "3");
        sells(operator, null, "4917", "4");
        sells(operator, null, "49176", "5");

        Quote quote = quote(reseller, List.of(operator), msisdn).orElseThrow();

        assertThat(quote.unit()).isEqualTo(Credits.parse(price));
        assertThat(quote.prefix()).isEqualTo(prefix);
    }

    @Test
    void prefersTheCustomersOwnWhereBothAreAsLong() {
        sells(operator, null, "", "1");
        sells(reseller, null, "49", "3");
        sells(reseller, alice, "49", "2");

        assertThat(unit(alice, "4912345")).contains(Credits.of(2));
        assertThat(unit(charlie, "4912345")).contains(Credits.of(3));
    }

    @Test
    void prefersALongerPrefixForAllToAShorterOwnOne() {
        sells(operator, null, "", "1");
        sells(reseller, null, "491", "3");
        sells(reseller, alice, "49", "2");

        assertThat(unit(alice, "4912345")).contains(Credits.of(3));
        assertThat(unit(alice, "4922345")).contains(Credits.of(2));
    }

    @Test
    void marksUpTheSellersOwnPriceWhereItHasNoRate() {
        sells(operator, null, "49", "1.2");
        terms.put(reseller, new Terms(2_500, false));
        markups.put(charlie, 1_000);

        assertThat(unit(alice, "4912345")).contains(Credits.parse("1.5"));
        assertThat(unit(charlie, "4912345")).contains(Credits.parse("1.32"));
        assertThat(quote(alice, List.of(reseller, operator), "4912345")
                        .orElseThrow()
                        .prefix())
                .isEqualTo("49");
    }

    @ParameterizedTest
    @CsvSource({
        "0.0001, 4999, 0.0001",
        "0.0001, 5000, 0.0002",
        "0.0003, 1666, 0.0003",
        "0.0003, 1667, 0.0004",
        "1, 1, 1.0001",
        "1, -10000, 0",
        "1.5, -3333, 1.0001",
        "0, 5000, 0",
        "1000000, 1000000, 101000000",
    })
    void roundsMarkupsHalfUpToATenThousandth(String price, int basisPoints, String markedUp) {
        assertThat(Markup.apply(Credits.parse(price), basisPoints)).isEqualTo(Credits.parse(markedUp));
    }

    @Test
    void chainsThreeLevels() {
        UUID subReseller = RowIds.next();
        sells(operator, null, "44", "1");
        terms.put(reseller, new Terms(1_000, false));
        sells(subReseller, alice, "4477", "1.5");

        Quote quote = quote(alice, List.of(subReseller, reseller, operator), "447712345")
                .orElseThrow();

        assertThat(quote.prefix()).isEqualTo("4477");
        assertThat(quote.links())
                .containsExactly(
                        new Link(alice, Credits.parse("1.5")),
                        new Link(subReseller, Credits.parse("1.1")),
                        new Link(reseller, Credits.parse("1")));
    }

    @Test
    void hasNoPriceWhereSomebodyAboveHasNone() {
        sells(operator, null, "44", "1");
        sells(reseller, alice, "49", "2");

        assertThat(unit(alice, "4912345")).isEmpty();
        assertThat(unit(alice, "4412345")).contains(Credits.of(1));
        assertThat(unit(alice, "3312345")).isEmpty();
    }

    @Test
    void sellsNothingToTheOperator() {
        sells(operator, null, "", "1");

        assertThat(quote(operator, List.of(), "4912345")).isEmpty();
    }

    @Test
    void keepsProductsApart() {
        sells(operator, null, "", "1");
        rates.add(new Rate(operator, RowIds.next(), null, Product.LOOKUP, "", Credits.parse("0.5"), Instant.EPOCH));

        assertThat(snapshot()
                        .quote(reseller, List.of(operator), Product.LOOKUP, "4912345")
                        .map(Quote::unit))
                .contains(Credits.parse("0.5"));
        assertThat(unit(alice, "4912345")).contains(Credits.of(1));
    }

    @Test
    void allowsANegativeMarginAndSaysSo() {
        sells(operator, null, "", "1");
        sells(reseller, alice, "49", "0.75");

        Explanation explanation = explain(alice, "4912345").orElseThrow();

        assertThat(explanation.isLoss()).isTrue();
        assertThat(explanation.marginPerThousand()).isEqualTo(Credits.of(-250));
        assertThat(explanation.sellerPays()).isEqualTo(Credits.of(1));
        assertThat(explanation.reason()).isEqualTo(Reason.CUSTOMER_RATE);
        assertThat(explain(charlie, "4912345").orElseThrow().isLoss()).isFalse();
    }

    @Test
    void saysWhatWon() {
        sells(operator, null, "", "1");
        sells(reseller, null, "49", "2");
        sells(reseller, alice, "4917", "3");
        markups.put(alice, 500);
        terms.put(reseller, new Terms(1_000, false));

        assertThat(explain(alice, "491712345").orElseThrow().reason()).isEqualTo(Reason.CUSTOMER_RATE);
        assertThat(explain(alice, "493012345").orElseThrow().reason()).isEqualTo(Reason.GENERAL_RATE);
        assertThat(explain(alice, "33123456").orElseThrow().reason()).isEqualTo(Reason.CUSTOMER_MARKUP);
        assertThat(explain(alice, "33123456").orElseThrow().markupBasisPoints()).isEqualTo(500);
        assertThat(explain(charlie, "33123456").orElseThrow().reason()).isEqualTo(Reason.DEFAULT_MARKUP);
        assertThat(explain(charlie, "33123456").orElseThrow().rateId()).isNull();
        assertThat(explain(charlie, "493012345").orElseThrow().rateId())
                .isEqualTo(rates.get(1).id());
    }

    @Test
    void knowsWhatEveryoneElsePays() {
        sells(operator, null, "", "1");
        terms.put(reseller, new Terms(2_000, false));

        assertThat(defaultPrice(reseller, List.of(operator))).contains(Credits.parse("1.2"));

        sells(reseller, null, "", "1.4");

        assertThat(defaultPrice(reseller, List.of(operator))).contains(Credits.parse("1.4"));
        assertThat(defaultPrice(operator, List.of())).contains(Credits.of(1));
        assertThat(defaultPrice(charlie, List.of(alice, reseller, operator))).contains(Credits.parse("1.4"));
    }

    @Test
    void refundsUndeliveredOnlyWhereTheTermsSaySo() {
        terms.put(reseller, new Terms(0, true));

        assertThat(snapshot().terms(reseller).refundUndelivered()).isTrue();
        assertThat(snapshot().terms(operator)).isEqualTo(Terms.DEFAULT);
    }

    private void sells(UUID sellerId, @Nullable UUID customerId, String prefix, String price) {
        rates.add(new Rate(
                sellerId, RowIds.next(), customerId, Product.SMS, prefix, Credits.parse(price), Instant.EPOCH));
    }

    private RateSnapshot snapshot() {
        return new RateSnapshot(1, rates, markups, terms);
    }

    private Optional<Quote> quote(UUID tenantId, List<UUID> sellersAbove, String msisdn) {
        return snapshot().quote(tenantId, sellersAbove, Product.SMS, msisdn);
    }

    private Optional<Credits> unit(UUID customerId, String msisdn) {
        return quote(customerId, List.of(reseller, operator), msisdn).map(Quote::unit);
    }

    private Optional<Explanation> explain(UUID customerId, String msisdn) {
        return snapshot()
                .explain(customerId, List.of(reseller, operator), Product.SMS, msisdn)
                .map(RateSnapshot.Step::explanation);
    }

    private Optional<Credits> defaultPrice(UUID sellerId, List<UUID> sellersAbove) {
        return snapshot().defaultPrice(sellerId, sellersAbove, Product.SMS, "");
    }
}

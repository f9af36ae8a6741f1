package io.heliograph.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.heliograph.db.DatabaseTest;
import io.heliograph.db.RowIds;
import io.heliograph.db.Transactions;
import io.heliograph.ledger.Credits;
import io.heliograph.ledger.People;
import io.heliograph.ledger.Threads;
import io.heliograph.ledger.Wallets;
import io.heliograph.rates.Explanation.Reason;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@DatabaseTest
@Import(RatesIT.Beans.class)
class RatesIT {

    @Autowired
    Rates rates;

    @Autowired
    PriceLists priceLists;

    @Autowired
    TermsOfSale terms;

    @Autowired
    Wallets wallets;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Transactions transactions;

    @Autowired
    PlatformTransactionManager transactionManager;

    @Autowired
    RateRows rateRows;

    @Autowired
    TermsRows termsRows;

    private People people;

    @BeforeEach
    void priceTheWorld() {
        people = People.open(wallets);
        set(people.operator(), null, "", "1");
    }

    @Test
    void pricesANumberAlongTheChain() {
        terms.save(people.reseller(), new Terms(2_000, false));

        Price price = price(people.alice(), "4917612345678");

        assertThat(price.unit()).isEqualTo(Credits.parse("1.2"));
        assertThat(price.links()).extracting(Price.Link::tenantId).containsExactly(people.alice(), people.reseller());
        assertThat(price.margins(10)).containsExactly(new Price.Margin(people.reseller(), Credits.of(2)));
    }

    @Test
    void appliesAChangeAtOnce() {
        assertThat(price(people.alice(), "491761").unit()).isEqualTo(Credits.of(1));

        UUID rateId = set(people.reseller(), null, "49", "2");
        assertThat(price(people.alice(), "491761").unit()).isEqualTo(Credits.of(2));

        set(people.reseller(), people.alice(), "49", "1.5");
        assertThat(price(people.alice(), "491761").unit()).isEqualTo(Credits.parse("1.5"));
        assertThat(price(people.bob(), "491761").unit()).isEqualTo(Credits.of(2));
        assertThat(price(people.charlie(), "491761").unit()).isEqualTo(Credits.of(1));

        assertThat(priceLists.remove(people.reseller(), rateId)).isTrue();
        assertThat(price(people.bob(), "491761").unit()).isEqualTo(Credits.of(1));
        assertThat(priceLists.remove(people.reseller(), rateId)).isFalse();
    }

    @Test
    void appliesNoChangeThatWasRolledBack() {
        assertThatThrownBy(() -> transactions.run(() -> {
                    set(people.reseller(), null, "", "9");
                    assertThat(price(people.alice(), "491761").unit()).isEqualTo(Credits.of(1));
                    throw new IllegalStateException("Changed my mind");
                }))
                .hasMessage("Changed my mind");

        assertThat(price(people.alice(), "491761").unit()).isEqualTo(Credits.of(1));
        set(people.reseller(), null, "", "2");
        assertThat(price(people.alice(), "491761").unit()).isEqualTo(Credits.of(2));
    }

    @Test
    void seesAChangeOfAnotherNodeWithinASecond() {
        RateSnapshots otherNode = new RateSnapshots(rateRows, termsRows, transactionManager);
        assertThat(otherNode.current().terms(people.reseller())).isEqualTo(Terms.DEFAULT);

        terms.save(people.reseller(), new Terms(500, true));

        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> otherNode.current().terms(people.reseller()).equals(new Terms(500, true)));
    }

    @Test
    void keepsThePriceThatAMessageWasChargedBy() {
        Price before = price(people.alice(), "491761");
        set(people.reseller(), null, "", "3");
        RateChains otherNode = new RateChains(jdbc, transactionManager, Clock.systemUTC());

        assertThat(rates.chain(people.alice(), before.chainId())).isEqualTo(before);
        assertThat(otherNode.get(people.alice(), before.chainId())).isEqualTo(before);
        assertThat(price(people.alice(), "491761").chainId()).isNotEqualTo(before.chainId());
        assertThatThrownBy(() -> rates.chain(people.charlie(), before.chainId()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keepsAPriceQuotedInATransactionThatWasRolledBack() {
        UUID[] chainId = new UUID[1];
        assertThatThrownBy(() -> transactions.run(() -> {
                    chainId[0] = price(people.bob(), "491761").chainId();
                    throw new IllegalStateException("Changed my mind");
                }))
                .hasMessage("Changed my mind");

        assertThat(chains(people.bob())).isEqualTo(1);
        assertThat(rates.chain(people.bob(), chainId[0]).unit()).isEqualTo(Credits.of(1));
    }

    @Test
    void storesAPriceOnceHoweverManyAsk() {
        Threads.run(10, thread -> {
            for (int i = 0; i < 50; i++) {
                assertThat(price(people.alice(), "4917" + thread + i).unit()).isEqualTo(Credits.of(1));
            }
        });
        new RateChains(jdbc, transactionManager, Clock.systemUTC())
                .intern(
                        people.alice(),
                        new Quote(Product.SMS, "", price(people.alice(), "1").links()));

        assertThat(chains(people.alice())).isEqualTo(1);
    }

    @Test
    void hasNoPriceWhereNobodyHas() {
        assertThat(rates.price(people.alice(), Product.LOOKUP, "491761")).isEmpty();
        assertThat(rates.price(people.operator(), Product.SMS, "491761")).isEmpty();
    }

    @Test
    void listsWhatYouPayWhatTheyPayAndTheMargin() {
        set(people.operator(), null, "49", "1.1");
        set(people.reseller(), null, "49", "1.5");
        set(people.reseller(), null, "44", "0.9");
        set(people.reseller(), people.alice(), "49", "1.4");

        assertThat(priceLists.list(people.reseller(), null))
                .extracting(PriceRow::prefix, PriceRow::youPay, PriceRow::theyPay, PriceRow::marginPerThousand)
                .containsExactly(
                        tuple("44", Credits.of(1), Credits.parse("0.9"), Credits.of(-100)),
                        tuple("49", Credits.parse("1.1"), Credits.parse("1.5"), Credits.of(400)));
        assertThat(priceLists.list(people.reseller(), null))
                .extracting(PriceRow::isLoss)
                .containsExactly(true, false);
        assertThat(priceLists.list(people.reseller(), people.alice()))
                .singleElement()
                .satisfies(row -> assertThat(row.theyPay()).isEqualTo(Credits.parse("1.4")));
        assertThat(priceLists.list(people.operator(), null))
                .extracting(PriceRow::youPay)
                .containsOnlyNulls();
    }

    @Test
    void keepsOnePriceForAPrefix() {
        UUID first = set(people.reseller(), null, "49", "2");

        assertThat(set(people.reseller(), null, "49", "2")).isEqualTo(first);
        UUID second = set(people.reseller(), null, "49", "3");

        assertThat(second).isNotEqualTo(first);
        assertThat(priceLists.list(people.reseller(), null)).hasSize(1);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM rates_rate WHERE ended_at IS NOT NULL")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void keepsOnePriceForAPrefixWhenManySetIt() {
        Threads.run(8, thread -> set(people.reseller(), null, "49", "2." + thread));

        assertThat(priceLists.list(people.reseller(), null)).hasSize(1);
    }

    @Test
    void agreesAMarkupWithOneCustomer() {
        priceLists.setMarkup(people.reseller(), people.alice(), 1_000);
        assertThat(priceLists.markup(people.alice())).hasValue(1_000);
        assertThat(price(people.alice(), "491761").unit()).isEqualTo(Credits.parse("1.1"));
        assertThat(priceLists
                        .explain(people.alice(), Product.SMS, "491761")
                        .orElseThrow()
                        .reason())
                .isEqualTo(Reason.CUSTOMER_MARKUP);

        priceLists.removeMarkup(people.reseller(), people.alice());
        assertThat(priceLists.markup(people.alice())).isEmpty();
        assertThat(price(people.alice(), "491761").unit()).isEqualTo(Credits.of(1));
        assertThat(priceLists.defaultPrice(people.reseller(), Product.SMS)).contains(Credits.of(1));
    }

    @Test
    void charlieIsPricedBySomebodyElse() {
        assertThatThrownBy(() -> set(people.reseller(), people.charlie(), "", "5"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> priceLists.setMarkup(people.reseller(), people.charlie(), 5))
                .isInstanceOf(IllegalArgumentException.class);
        UUID rateId = set(people.reseller(), null, "49", "2");
        assertThat(priceLists.remove(people.elsewhere(), rateId)).isFalse();
    }

    @Test
    void limitsPricesAndPrefixes() {
        set(people.reseller(), null, "1".repeat(18), "1000000");

        assertThatThrownBy(() -> set(people.reseller(), null, "1".repeat(19), "1"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> set(people.reseller(), null, "+49", "1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> set(people.reseller(), null, "49", "1000000.0001"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> set(people.reseller(), null, "49", "-0.0001"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Terms(1_000_001, false)).isInstanceOf(IllegalArgumentException.class);
    }

    private UUID set(UUID sellerId, @Nullable UUID customerId, String prefix, String price) {
        return priceLists.set(sellerId, customerId, Product.SMS, prefix, Credits.parse(price), null);
    }

    private Price price(UUID tenantId, String msisdn) {
        return rates.price(tenantId, Product.SMS, msisdn).orElseThrow();
    }

    private long chains(UUID tenantId) {
        return jdbc.sql("SELECT COUNT(*) FROM rates_chain WHERE tenant_id = ?")
                .param(RowIds.bytes(tenantId))
                .query(Long.class)
                .single();
    }

    @ComponentScan({"io.heliograph.ledger", "io.heliograph.rates"})
    static class Beans {}
}

package io.heliograph.portal.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.heliograph.ledger.Credits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Credits that are given to a customer and taken back by hand. */
class CustomerCreditsIT extends SellingTest {

    @Test
    void charlieMovesNothing() {
        give(100);

        assertThat(send(post(url("/take-backs")), charlie, "amount", "5", "key", key(), "sure", "true"))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(send(post(url("/suspension")), charlie)).hasStatus(HttpStatus.NOT_FOUND);

        assertThat(balance(customer)).isEqualTo(Credits.of(100));
        assertThat(tenants.isSuspended(customer.id())).isFalse();
    }

    @Test
    void givesCreditsOnceForTwoClicks() {
        String key = key();

        assertThat(send(post(url("/allocations")), alice, "amount", "500", "key", key))
                .hasStatus(HttpStatus.FOUND);
        assertThat(send(post(url("/allocations")), alice, "amount", "500", "key", key))
                .hasStatus(HttpStatus.FOUND);

        assertThat(balance(customer)).isEqualTo(Credits.of(500));
        assertThat(balance(reseller)).isEqualTo(Credits.of(500));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-5", "many", "1.00001", "1,5"})
    void keepsTheFormWhenTheAmountIsNone(String amount) {
        MvcTestResult refused =
                send(post(url("/allocations")), alice, "amount", amount, "note", "Invoice 7", "key", key());

        assertThat(refused)
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Invoice 7", "There is a problem");
        assertThat(balance(customer)).isEqualTo(Credits.ZERO);
    }

    @Test
    void asksBeforeItTakesBackAndTakesOnce() {
        give(312);
        String key = key();

        MvcTestResult question = send(post(url("/take-backs")), alice, "amount", "312", "key", key);
        assertThat(question).hasStatusOk().bodyText().contains("Take back 312 credits");
        assertThat(balance(customer)).isEqualTo(Credits.of(312));

        send(post(url("/take-backs")), alice, "amount", "312", "key", key, "sure", "true");
        send(post(url("/take-backs")), alice, "amount", "312", "key", key, "sure", "true");

        assertThat(balance(customer)).isEqualTo(Credits.ZERO);
        assertThat(balance(reseller)).isEqualTo(Credits.of(1_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "true"})
    void takesBackNoMoreThanThereIs(String sure) {
        give(312);

        MvcTestResult refused = send(post(url("/take-backs")), alice, "amount", "312.0001", "key", key(), "sure", sure);

        assertThat(refused)
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("You can take back at most 312 credits");
        assertThat(balance(customer)).isEqualTo(Credits.of(312));
    }

    private void give(long credits) {
        wallets.allocate(reseller.id(), customer.id(), Credits.of(credits), key(), null, null);
    }
}

package io.heliograph.portal.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.heliograph.ledger.Credits;
import io.heliograph.mail.Outbox;
import io.heliograph.rates.PriceLists;
import io.heliograph.rates.Product;
import io.heliograph.tenants.Role;
import io.heliograph.tenants.User;
import io.heliograph.tenants.Users;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a seller does with its customers and prices. */
class SellingIT extends SellingTest {

    @Autowired
    Users users;

    @Autowired
    PriceLists prices;

    @Autowired
    Outbox outbox;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/statement",
                "/statement.csv",
                "/allocations",
                "/take-backs",
                "/credit-limit",
                "/markup",
                "/details",
                "/suspension"
            })
    void charlieGets404(String page) {
        assertThat(browser.perform(get(url(page)).cookie(alice))).hasStatusOk();
        assertThat(browser.perform(get(url(page)).cookie(charlie))).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void addsACustomerWithItsWalletItsOwnerAndItsFirstCredits() {
        String email = "owner-" + key() + "@example.test";

        MvcTestResult added = add("Alpine " + key(), email, "250");

        assertThat(added).hasStatus(HttpStatus.FOUND);
        User owner = users.findByEmail(email).orElseThrow();
        assertThat(owner.invited()).isTrue();
        assertThat(wallets.get(owner.tenantId()).balance()).isEqualTo(Credits.of(250));
        assertThat(balance(reseller)).isEqualTo(Credits.of(750));
        assertThat(outbox.latest(email, 5)).hasSize(1);
    }

    @Test
    void addsNothingAtAllWhenTheAddressIsTaken() {
        String taken = people.user(customer.id(), Role.VIEWER).email();
        String name = "Twice " + key();

        MvcTestResult refused = add(name, taken, "250");

        assertThat(refused)
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains(name, "another one");
        assertThat(tenants.children(reseller.id(), name, null, 10)).isEmpty();
        assertThat(balance(reseller)).isEqualTo(Credits.of(1_000));
    }

    @Test
    void addsNothingAtAllWhenTheSellerIsShort() {
        String email = "owner-" + key() + "@example.test";

        MvcTestResult refused = add("Too dear " + key(), email, "1000.0001");

        assertThat(refused)
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("You have 1,000 credits");
        assertThat(users.findByEmail(email)).isEmpty();
    }

    @Test
    void sellsBelowCostButSaysWhatIsLost() {
        MvcTestResult check = browser.perform(get("/prices/check")
                .param("prefix", "+44")
                .param("price", "0.8")
                .cookie(alice));
        assertThat(check).hasStatusOk().bodyText().contains("you lose 200 credits per 1,000");

        send(post("/prices"), alice, "product", "SMS", "prefix", "+44", "price", "0.8");

        assertThat(prices.explain(customer.id(), Product.SMS, "447700900123")
                        .orElseThrow()
                        .price())
                .isEqualTo(Credits.parse("0.8"));
        assertThat(browser.perform(get("/prices/trial")
                        .param("number", "+44 7700 900123")
                        .param("buyer", customer.id().toString())
                        .cookie(alice)))
                .hasStatusOk()
                .bodyText()
                .contains("0.8 credits a part");
    }

    @Test
    void aPriceOfAnotherSellerIs404() {
        UUID rate = prices.set(reseller.id(), null, Product.SMS, "44", Credits.of(2), null);

        assertThat(browser.perform(get("/prices/" + rate + "/removal").cookie(charlie)))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(send(post("/prices"), charlie, "customer", customer.id().toString(), "price", "1"))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(send(post("/prices/" + rate + "/removal"), alice)).hasStatus(HttpStatus.FOUND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/customers",
                "/customers/new",
                "/prices",
                "/prices/new",
                "/prices/terms",
                "/packages",
                "/packages/new",
                "/packages/stripe-account",
                "/credits/statement",
                "/overview/reseller"
            })
    void showsAResellerItsPages(String page) {
        assertThat(browser.perform(get(page).cookie(alice))).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/customers",
                "/customers/new",
                "/prices",
                "/prices/new",
                "/packages",
                "/provider-accounts",
                "/provider-accounts/new",
                "/proof",
                "/overview/operator"
            })
    void showsTheOperatorItsPages(String page) {
        assertThat(browser.perform(get(page).cookie(operator))).hasStatusOk();
    }

    private MvcTestResult add(String name, String email, String credits) {
        return send(
                post("/customers"),
                alice,
                "name",
                name,
                "owner",
                "Ana",
                "email",
                email,
                "zone",
                "Europe/Zurich",
                "credits",
                credits,
                "key",
                key());
    }
}

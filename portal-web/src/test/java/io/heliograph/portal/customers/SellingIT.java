package io.heliograph.portal.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.heliograph.People;
import io.heliograph.PortalTest;
import io.heliograph.credentials.Credentials;
import io.heliograph.db.RowIds;
import io.heliograph.ledger.Credits;
import io.heliograph.ledger.Proof;
import io.heliograph.ledger.Wallets;
import io.heliograph.mail.Outbox;
import io.heliograph.rates.PriceLists;
import io.heliograph.rates.Product;
import io.heliograph.tenants.Role;
import io.heliograph.tenants.Tenant;
import io.heliograph.tenants.Tenants;
import io.heliograph.tenants.User;
import io.heliograph.tenants.Users;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A reseller with a customer of its own, and Charlie, who owns another reseller. */
@PortalTest
class SellingIT {

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    Tenants tenants;

    @Autowired
    Users users;

    @Autowired
    Wallets wallets;

    @Autowired
    PriceLists prices;

    @Autowired
    Credentials credentials;

    @Autowired
    Outbox outbox;

    @Autowired
    Proof proof;

    @Autowired
    JdbcClient jdbc;

    Tenant reseller;
    Tenant customer;
    Cookie alice;
    Cookie charlie;
    Cookie operator;

    @BeforeEach
    void aliceSellsToACustomer() {
        reseller = people.reseller();
        customer = people.customerOf(reseller.id());
        UUID operatorId = people.tenantOf("operator@heliograph.test");
        wallets.allocate(operatorId, reseller.id(), Credits.of(1_000), key(), null, null);
        alice = signIn(people.user(reseller.id(), Role.OWNER).email(), People.PASSWORD);
        charlie = signIn(people.user(people.reseller().id(), Role.OWNER).email(), People.PASSWORD);
        operator = signIn("operator@heliograph.test", "sandbox");
    }

    @AfterEach
    void everyCreditIsAccountedFor() {
        assertThat(proof.run().differences()).isEmpty();
    }

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
    void charlieMovesNothing() {
        give(100);

        assertThat(send(post(url("/take-backs")), charlie, "amount", "5", "key", key(), "sure", "true"))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(send(post(url("/suspension")), charlie)).hasStatus(HttpStatus.NOT_FOUND);

        assertThat(balance(customer)).isEqualTo(Credits.of(100));
        assertThat(tenants.isSuspended(customer.id())).isFalse();
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

    @Test
    void suspendingAResellerStopsItsCustomersUntilItIsResumed() {
        credentials.createKnown(customer.id(), "Test", "user-" + customer.id(), "secret");
        Cookie bob = signIn(people.user(customer.id(), Role.VIEWER).email(), People.PASSWORD);
        assertThat(apiBalance()).isEqualTo("0");

        send(post("/customers/" + reseller.id() + "/suspension"), operator);

        assertThat(browser.perform(get("/").cookie(bob).accept("text/html")))
                .hasStatus(HttpStatus.FOUND)
                .redirectedUrl()
                .contains("/login");
        until("00");
        assertThat(held(customer)).isTrue();

        send(post("/customers/" + reseller.id() + "/resumption"), operator);

        until("0");
        assertThat(held(customer)).isFalse();
    }

    @Test
    void aSuspensionOfItsOwnOutlivesTheOneAbove() {
        tenants.suspend(customer.id());
        send(post("/customers/" + reseller.id() + "/suspension"), operator);

        send(post("/customers/" + reseller.id() + "/resumption"), operator);

        assertThat(tenants.isSuspended(reseller.id())).isFalse();
        assertThat(tenants.isSuspended(customer.id())).isTrue();
        assertThat(held(customer)).isTrue();
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

    private void give(long credits) {
        wallets.allocate(reseller.id(), customer.id(), Credits.of(credits), key(), null, null);
    }

    private Credits balance(Tenant tenant) {
        return wallets.get(tenant.id()).balance();
    }

    private boolean held(Tenant tenant) {
        return jdbc.sql("SELECT COUNT(*) FROM dispatch_hold WHERE tenant_id = ?")
                        .param(RowIds.bytes(tenant.id()))
                        .query(Long.class)
                        .single()
                == 1;
    }

    /** The API's answer, which may be up to two seconds old. */
    private void until(String answer) {
        Instant end = Instant.now().plus(Duration.ofSeconds(10));
        while (!apiBalance().equals(answer) && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
        }
        assertThat(apiBalance()).isEqualTo(answer);
    }

    private String apiBalance() {
        byte[] body = browser.perform(get("/checkbalance")
                        .queryParam("user", "user-" + customer.id())
                        .queryParam("pass", "secret"))
                .getResponse()
                .getContentAsByteArray();
        return new String(body, StandardCharsets.US_ASCII);
    }

    private String url(String page) {
        return "/customers/" + customer.id() + page;
    }

    private MvcTestResult send(MockHttpServletRequestBuilder request, Cookie who, String... fields) {
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return browser.perform(request.cookie(who).with(csrf()));
    }

    private Cookie signIn(String email, String password) {
        MvcTestResult signedIn = browser.perform(post("/login")
                .param("username", email)
                .param("password", password)
                .with(csrf()));
        return Objects.requireNonNull(signedIn.getResponse().getCookie("session"));
    }

    private static String key() {
        return RowIds.next().toString();
    }
}

package io.heliograph.portal.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.heliograph.People;
import io.heliograph.PortalTest;
import io.heliograph.db.RowIds;
import io.heliograph.ledger.Credits;
import io.heliograph.ledger.Proof;
import io.heliograph.ledger.Wallets;
import io.heliograph.tenants.Role;
import io.heliograph.tenants.Tenant;
import io.heliograph.tenants.Tenants;
import jakarta.servlet.http.Cookie;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/**
 * A reseller with a customer of its own, and Charlie, who owns another reseller; after each test the ledger is proved.
 */
@PortalTest
abstract class SellingTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    Tenants tenants;

    @Autowired
    Wallets wallets;

    @Autowired
    Proof proof;

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

    Credits balance(Tenant tenant) {
        return wallets.get(tenant.id()).balance();
    }

    String url(String page) {
        return "/customers/" + customer.id() + page;
    }

    MvcTestResult send(MockHttpServletRequestBuilder request, Cookie who, String... fields) {
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return browser.perform(request.cookie(who).with(csrf()));
    }

    Cookie signIn(String email, String password) {
        MvcTestResult signedIn = browser.perform(post("/login")
                .param("username", email)
                .param("password", password)
                .with(csrf()));
        return Objects.requireNonNull(signedIn.getResponse().getCookie("session"));
    }

    static String key() {
        return RowIds.next().toString();
    }
}

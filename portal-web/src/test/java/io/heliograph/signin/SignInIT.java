package io.heliograph.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.heliograph.People;
import io.heliograph.PortalTest;
import io.heliograph.tenants.Role;
import io.heliograph.tenants.Tenant;
import io.heliograph.tenants.Tenants;
import io.heliograph.tenants.User;
import io.heliograph.tenants.Users;
import jakarta.servlet.http.Cookie;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PortalTest
class SignInIT {

    /** The one page for every sign-in that fails; what it says does not depend on why. */
    private static final String REFUSED = "/login/refused";

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    Tenants tenants;

    @Autowired
    Users users;

    Tenant reseller;
    Tenant customer;
    User alice;

    @BeforeEach
    void aliceOwnsACustomer() {
        reseller = people.reseller();
        customer = people.customerOf(reseller.id());
        alice = people.user(customer.id(), Role.OWNER);
    }

    @Test
    void leadsToTheOverviewWithASessionInTheDatabase() {
        MvcTestResult signedIn = signIn(alice.email(), People.PASSWORD);

        assertThat(signedIn).hasStatus(HttpStatus.FOUND).redirectedUrl().isEqualTo("/");
        Cookie session = session(signedIn);
        assertThat(session.isHttpOnly()).isTrue();
        assertThat(session.getAttribute("SameSite")).isEqualTo("Lax");
        assertThat(browser.perform(get("/").cookie(session)))
                .hasStatusOk()
                .bodyText()
                .contains(customer.name());
    }

    @Test
    void saysTheSameToAStrangerAsToAWrongPassword() {
        MvcTestResult wrong = signIn(alice.email(), "not her password");
        MvcTestResult unknown = signIn("nobody-" + alice.email(), "not her password");

        assertThat(wrong).hasForwardedUrl(REFUSED);
        assertThat(unknown).hasForwardedUrl(REFUSED);
    }

    @Test
    void refusesTheRightPasswordAfterTooManyWrongOnes() {
        for (int i = 0; i < PasswordSignIn.TRIES_PER_ACCOUNT_AND_ADDRESS; i++) {
            signIn(alice.email(), "not her password");
        }

        MvcTestResult right = signIn(alice.email(), People.PASSWORD);

        assertThat(right).hasForwardedUrl(REFUSED);
    }

    @Test
    void refusesAndSignsOutWhoIsDisabled() {
        Cookie session = session(signIn(alice.email(), People.PASSWORD));
        people.user(customer.id(), Role.OWNER);

        users.disable(customer.id(), alice.id());

        assertThat(browser.perform(get("/").cookie(session).accept("text/html")))
                .hasStatus(HttpStatus.FOUND);
        assertThat(signIn(alice.email(), People.PASSWORD)).hasForwardedUrl(REFUSED);
    }

    @Test
    void refusesAndSignsOutEverybodyBelowASuspendedReseller() {
        Cookie session = session(signIn(alice.email(), People.PASSWORD));

        tenants.suspend(reseller.id());

        assertThat(browser.perform(get("/").cookie(session).accept("text/html")))
                .hasStatus(HttpStatus.FOUND);
        assertThat(signIn(alice.email(), People.PASSWORD)).hasForwardedUrl(REFUSED);
        tenants.resume(reseller.id());
        assertThat(signIn(alice.email(), People.PASSWORD)).hasStatus(HttpStatus.FOUND);
    }

    @Test
    void aNewRoleActsOnTheNextRequest() {
        User bob = people.user(customer.id(), Role.ADMIN);
        Cookie session = session(signIn(bob.email(), People.PASSWORD));
        assertThat(browser.perform(get("/people/new").cookie(session))).hasStatusOk();

        users.changeRole(customer.id(), bob.id(), Role.VIEWER);

        assertThat(browser.perform(get("/people/new").cookie(session))).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void postWithoutTheTokenOfThePageIsRefused() {
        MvcTestResult result =
                browser.perform(post("/login").param("username", alice.email()).param("password", People.PASSWORD));

        assertThat(result).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void htmxIsToldToLoadThePageAgainWhenTheSessionIsOver() {
        MvcTestResult result = browser.perform(get("/").header("HX-Request", "true"));

        assertThat(result).headers().containsHeader("HX-Refresh");
    }

    @Test
    void everyPageForbidsScriptsAndFramesOfOthers() {
        MvcTestResult page = browser.perform(get("/login").secure(true));

        assertThat(page)
                .headers()
                .hasValue("X-Frame-Options", "DENY")
                .hasValue("Referrer-Policy", "same-origin")
                .containsHeader("Strict-Transport-Security")
                .hasHeaderSatisfying(
                        "Content-Security-Policy",
                        values -> assertThat(values.getFirst())
                                .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'")
                                .doesNotContain("unsafe"));
        assertThat(page).bodyText().doesNotContain("<style", "style=", "onclick=");
    }

    @Test
    void signingOutEndsTheSession() {
        Cookie session = session(signIn(alice.email(), People.PASSWORD));

        browser.perform(post("/logout").cookie(session).with(csrf()));

        assertThat(browser.perform(get("/").cookie(session).accept("text/html")))
                .headers()
                .hasHeaderSatisfying(
                        HttpHeaders.LOCATION,
                        values -> assertThat(values.getFirst()).endsWith("/login"));
    }

    private MvcTestResult signIn(String email, String password) {
        return browser.perform(post("/login")
                .param("username", email)
                .param("password", password)
                .with(csrf()));
    }

    private static Cookie session(MvcTestResult signedIn) {
        return Objects.requireNonNull(signedIn.getResponse().getCookie("session"));
    }
}

package io.heliograph.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.E2E;
import io.heliograph.People;
import io.heliograph.browser.Browser;
import io.heliograph.browser.Size;
import io.heliograph.federation.CompanyProvider;
import io.heliograph.federation.CompanyProviders;
import io.heliograph.tenants.NewUser;
import io.heliograph.tenants.Role;
import io.heliograph.tenants.Tenant;
import io.heliograph.tenants.User;
import io.heliograph.tenants.Users;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Sign-in with a company's own OpenID provider: a real one, on loopback. */
class CompanySignInE2E extends E2E {

    private static final String ANA = "ana@example.org";

    @Autowired
    People people;

    @Autowired
    Users users;

    @Autowired
    CompanyProviders providers;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    JdbcClient jdbc;

    Tenant reseller;
    OpenIdProvider company;

    @BeforeEach
    void resellerHasAProvider() {
        reseller = people.reseller();
        company = OpenIdProvider.start(portal() + "/login/company/" + reseller.id() + "/return");
        save(Role.SENDER);
    }

    @AfterEach
    void closeTheProvider() {
        company.close();
        jdbc.sql("UPDATE tenants_user SET email = CONCAT(HEX(id), '@gone.test') WHERE email LIKE '%@example.org'")
                .update();
    }

    @Test
    void newPersonOfAnAllowedDomainComesInAndIsKnownTheNextTime() {
        Browser ana = comeBy(browser(Size.DESKTOP), ANA);

        ana.waitForText("Ana of Example");
        User user = users.findByEmail(ANA).orElseThrow();
        assertThat(user.tenantId()).isEqualTo(reseller.id());
        assertThat(user.role()).isEqualTo(Role.SENDER);
        comeBy(browser(Size.DESKTOP), ANA).waitForText(reseller.name());
        assertThat(users.ofTenant(reseller.id())).hasSize(1);
    }

    @Test
    void nobodyElseComesIn() {
        comeBy(browser(Size.DESKTOP), "eve@other.test")
                .waitForText("is not let in here")
                .look("company-refused");
        comeBy(browser(Size.DESKTOP), "new@example.org").waitForText("is not let in here");
        save(null);
        comeBy(browser(Size.DESKTOP), ANA).waitForText("is not let in here");

        assertThat(users.ofTenant(reseller.id())).isEmpty();
    }

    @Test
    void accountThatIsThereIsLinkedBySigningInFirst() {
        User ana = users.add(
                reseller.id(), new NewUser(ANA, "Ana with a password", Role.OWNER), passwords.encode(People.PASSWORD));
        comeBy(browser(Size.DESKTOP), ANA).waitForText("Sign in with your password, then link");

        Browser own = browser(Size.DESKTOP).visit("/login");
        own.type("username", ANA)
                .type("password", People.PASSWORD)
                .click("Sign in")
                .waitFor(By.cssSelector(".frame"));
        own.visit("/security").click("Link Example").waitForText("Link your account at Example?");
        own.look("company-link").click("Go on to Example");
        answer(own, ANA).waitForText("Linked to").waitForText(ANA);
        own.look("security-linked");

        comeBy(browser(Size.DESKTOP), ANA).waitForText("Ana with a password");
        assertThat(users.ofTenant(reseller.id())).extracting(User::id).containsExactly(ana.id());
    }

    @Test
    void sellerSetsItOnAScreen() {
        User rita = people.user(reseller.id(), Role.OWNER);
        Browser browser = browser(Size.DESKTOP).visit("/login");
        browser.type("username", rita.email()).type("password", People.PASSWORD).click("Sign in");
        browser.waitFor(By.cssSelector(".column")).visit("/company-sign-in").look("company-sign-in");

        browser.type("issuer", company.issuer() + "/elsewhere").click("Save company sign-in");
        browser.waitForText("No OpenID configuration was found").look("company-sign-in-problem");
        browser.type("issuer", company.issuer()).type("label", "Example Ltd").click("Save company sign-in");
        browser.waitForText("Sign-in with Example Ltd is set");

        assertThat(providers.of(reseller.id()).orElseThrow().clientSecret()).isEqualTo(OpenIdProvider.SECRET);
    }

    private Browser comeBy(Browser browser, String name) {
        browser.visit("/login?at=" + reseller.id()).click("Sign in with Example");
        return answer(browser, name);
    }

    private static Browser answer(Browser browser, String name) {
        browser.type("username", name).type("password", OpenIdProvider.PASSWORD);
        return browser.click(By.cssSelector("button[type=submit]"));
    }

    private void save(@Nullable Role newRole) {
        providers.save(new CompanyProvider(
                reseller.id(),
                "Example",
                company.issuer(),
                OpenIdProvider.CLIENT,
                OpenIdProvider.SECRET,
                List.of("example.org"),
                newRole));
    }
}

package io.heliograph.signin;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.heliograph.E2E;
import io.heliograph.People;
import io.heliograph.browser.Browser;
import io.heliograph.browser.Size;
import io.heliograph.tenants.BrandChange;
import io.heliograph.tenants.Brands;
import io.heliograph.tenants.Role;
import io.heliograph.tenants.Tenant;
import io.heliograph.tenants.User;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;

/** Second steps in a real browser: an authenticator app, and a passkey of Chromium's virtual authenticator. */
class SecondStepE2E extends E2E {

    @Autowired
    People people;

    @Autowired
    Brands brands;

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
    void appIsSetUpAndAskedForWithARecoveryCodeAsTheOtherWay() throws InvalidKeyException {
        Browser browser = signIn(browser(Size.DESKTOP));
        browser.visit("/security").look("security");
        browser.click("Set up an app").waitForText("Scan this").look("security-app");
        String seed = browser.find(By.id("seed")).getText().replace(" ", "");
        browser.type("code", "12345").click("Switch it on").waitForText("does not fit");
        browser.type("code", code(seed, 0)).click("Switch it on");
        browser.waitForText("They are shown this once").look("security-codes");
        String recovery = browser.find(By.id("codes"))
                .getText()
                .lines()
                .findFirst()
                .orElseThrow()
                .strip();
        browser.click("I have stored them").waitForText("10 left");

        Browser next = browser(Size.DESKTOP).visit("/login");
        next.type("username", alice.email()).type("password", People.PASSWORD).click("Sign in");
        next.waitForText("Code from your app").look("second");
        next.type("code", "000000")
                .click("Go on")
                .waitForText("There is a problem")
                .look("second-problem");
        next.type("code", code(seed, 30)).click("Go on").waitForText(customer.name());

        Browser without = browser(Size.DESKTOP).visit("/login");
        without.type("username", alice.email())
                .type("password", People.PASSWORD)
                .click("Sign in");
        without.click("I don’t have my phone or key").look("recovery");
        without.type("code", recovery).click("Go on").waitForText(customer.name());
        without.visit("/security").waitForText("9 left");
    }

    @Test
    void passkeyOfAResellersHostSignsInAloneOrAfterAPassword() {
        String host = "p" + reseller.id() + ".localhost";
        brands.change(reseller.id(), new BrandChange(null, null, null, host, null));
        Browser browser = signIn(browser(Size.DESKTOP, portal().replace("localhost", host)));
        browser.withPasskey();

        browser.visit("/security/passkeys/new").look("security-passkey");
        browser.type("label", "Work laptop").click("Add this passkey").waitForText("They are shown this once");
        browser.visit("/security").waitForText(host);
        browser.click("Sign out").waitForText("You are signed out.");
        browser.click("Sign in with a passkey").waitForText(customer.name());
        browser.click("Sign out").waitForText("You are signed out.");

        browser.visit("/people").type("username", alice.email()).type("password", People.PASSWORD);
        browser.click("Sign in").waitForText("One more step");
        browser.click("Use a passkey").waitForText("Invite a person");
        browser.visit("/security").click(By.cssSelector("a[href*='/removal']"));
        browser.waitForText("Remove the passkey Work laptop?").click("Remove the passkey Work laptop");
        browser.waitForText("The passkey Work laptop is removed.");
    }

    @Test
    void sellerSignsInAsACustomersPersonAndLeaves() {
        User rita = people.user(reseller.id(), Role.OWNER);
        Browser seller = browser(Size.DESKTOP).visit("/login");
        seller.type("username", rita.email()).type("password", People.PASSWORD).click("Sign in");
        seller.waitForText(reseller.name()).visit("/customers/" + customer.id());
        seller.look("customer-people").click(By.cssSelector("a[href$='/stand-ins']"));
        seller.waitForText("for an hour at most").look("stand-in-ask");
        seller.click("Sign in as Person").waitForText("You are signed in as Person");
        seller.look("stand-in").resize(Size.PHONE).waitForText("You are signed in as Person");
        seller.resize(Size.DESKTOP);
        seller.visit("/security")
                .waitForText("You are signed in as somebody else")
                .look("stand-in-no");
        seller.click("Leave").waitForText(customer.name());
        seller.visit("/audit").waitForText("Signed in as Person").look("audit");
        seller.visit("/audit?q=nobody-of-this-name").waitForText("Nothing matches");
    }

    private Browser signIn(Browser browser) {
        browser.visit("/login")
                .type("username", alice.email())
                .type("password", People.PASSWORD)
                .click("Sign in");
        return browser.waitForText(customer.name());
    }

    /** The code of the app, so many seconds from now. */
    private static String code(String seed, int later) throws InvalidKeyException {
        TimeBasedOneTimePasswordGenerator app = new TimeBasedOneTimePasswordGenerator();
        byte[] bytes = new Base32().decode(seed.toUpperCase(Locale.ROOT));
        SecretKeySpec key = new SecretKeySpec(bytes, app.getAlgorithm());
        return app.generateOneTimePasswordString(key, Instant.now().plusSeconds(later));
    }
}

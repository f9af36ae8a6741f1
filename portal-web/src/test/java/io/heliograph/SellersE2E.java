package io.heliograph;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.browser.Browser;
import io.heliograph.browser.Size;
import io.heliograph.ledger.Proof;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;

/** Every page of a reseller and of the operator, with its errors, at all widths, in one window each. */
class SellersE2E extends E2E {

    private static final By SUBMIT = By.cssSelector(".frame main form .btn-primary");

    @TempDir
    Path folder;

    @Autowired
    Proof proof;

    @AfterEach
    void proveTheLedger() {
        assertThat(proof.run().differences()).isEmpty();
    }

    @Test
    void everyPageOfAResellerIsSound() {
        Browser nora = browser(Size.DESKTOP).signInAs("Southwind Mobile");
        for (String page : List.of(
                "/",
                "/customers",
                "/customers?q=nobody",
                "/prices",
                "/prices/terms",
                "/packages",
                "/packages/stripe-account",
                "/credits",
                "/credits/statement",
                "/webhooks",
                "/brand",
                "/people")) {
            at(nora, page);
        }
        for (String form : List.of("/customers/new", "/packages/new", "/prices/new", "/people/new")) {
            refused(nora, form);
        }
        nora.visit("/customers").click("Cedar School").waitForText("Suspend Cedar School");
        nora.look("seller-customer");
        String customer = path(nora);
        for (String form : List.of("/allocations", "/take-backs")) {
            refused(nora, customer + form);
        }
        for (String page : List.of("/details", "/credit-limit", "/markup", "/suspension", "/statement", "/messages")) {
            at(nora, customer + page);
        }
        nora.visit("/prices/new?prefix=4477").type("price", "0.5").waitForText("you lose");
        nora.look("seller-price-loss");
        nora.visit("/nowhere").waitForText("There is nothing here");
        nora.look("seller-reseller-404");
    }

    @Test
    void everyPageOfTheOperatorIsSound() {
        Browser olga = browser(Size.DESKTOP).signInAs("Heliograph");
        for (String page :
                List.of("/", "/customers", "/provider-accounts", "/proof", "/prices", "/packages", "/people")) {
            at(olga, page);
        }
        for (String form : List.of("/customers/new", "/provider-accounts/new", "/packages/new", "/people/new")) {
            refused(olga, form);
        }
        olga.visit("/customers").click("Northwind Telecom").waitForText("Suspend Northwind Telecom");
        olga.look("seller-reseller");
        olga.visit("/provider-accounts")
                .click(By.cssSelector("main tbody th a"))
                .waitForText("Delivery reports");
        olga.look("seller-provider-account");
        at(olga, path(olga) + "/settings");
    }

    @Test
    void aResellerPutsUpItsBrandAndItsCustomersSeeNothingElse() throws IOException {
        Path logo = Files.writeString(
                folder.resolve("logo.svg"),
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 90 20'><path d='M0 0h90v20H0z' fill='#5b2a86'/></svg>",
                StandardCharsets.UTF_8);
        Browser nora = browser(Size.DESKTOP).signInAs("Southwind Mobile").visit("/brand");
        nora.type("accent", "#ffd400").waitForText("too light for links");
        nora.find(By.id("logo")).sendKeys(logo.toString());
        nora.click("Put up this logo").waitForText("Your logo is up.");
        nora.type("host", "no host").click("Save your brand").waitForText("There is a problem");
        nora.look("seller-brand-refused");
        nora.type("name", "Sunline").type("accent", "#ffd400").type("host", "sunline.localhost");
        nora.click("Save your brand").waitForText("Not reached yet");
        nora.look("seller-brand");

        nora.driver().manage().deleteAllCookies();
        nora.driver().get(portal().replace("localhost", "sunline.localhost") + "/login");
        nora.waitForText("Cedar School");
        nora.look("seller-brand-login");
        assertThat(nora.text()).doesNotContain("Heliograph", "Northwind");
        nora.click(By.xpath("//button[contains(@class,'person')][.//b='Cedar School']"))
                .waitFor(By.cssSelector(".frame .brand img[alt=Sunline]"));
        nora.driver().get(portal().replace("localhost", "sunline.localhost") + "/nowhere");
        nora.waitForText("There is nothing here");
        nora.look("seller-brand-404");
        assertThat(nora.driver().getTitle()).contains("Sunline");
        assertThat(nora.driver().getPageSource().replace("/css/heliograph", ""))
                .doesNotContainIgnoringCase("heliograph")
                .doesNotContainIgnoringCase("1s2u");
    }

    @Test
    void aResellerOpensAnAccountAtStripe() {
        Browser nora = browser(Size.DESKTOP).signInAs("Southwind Mobile").visit("/packages/stripe-account");
        nora.click("Set it up at Stripe").click("Go on another day").waitForText("Stripe has more questions");
        nora.look("seller-stripe-unfinished");
        nora.click("Go on at Stripe").click("Answer everything").waitForText("Your customers can pay by card.");
        nora.look("seller-stripe-connected");
    }

    private static void at(Browser browser, String page) {
        browser.visit(page).waitFor(By.cssSelector(".frame main h1"));
        browser.look("seller-" + name(page));
    }

    private static void refused(Browser browser, String form) {
        at(browser, form);
        browser.click(SUBMIT).waitForText("There is a problem");
        browser.look("seller-" + name(form) + "-refused");
    }

    private static String name(String page) {
        return page.equals("/")
                ? "overview"
                : page.substring(1).replaceAll("[0-9a-f-]{36}", "id").replaceAll("[^a-z0-9]+", "-");
    }

    private static String path(Browser browser) {
        return browser.driver().getCurrentUrl().replaceFirst("^https?://[^/]+", "");
    }
}

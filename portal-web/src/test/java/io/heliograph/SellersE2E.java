package io.heliograph;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.browser.Browser;
import io.heliograph.browser.Size;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** What a reseller sets up before it sells: its brand, and its account at Stripe. */
class SellersE2E extends E2E {

    @TempDir
    Path folder;

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
}

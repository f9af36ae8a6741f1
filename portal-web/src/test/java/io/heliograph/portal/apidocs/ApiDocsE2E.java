package io.heliograph.portal.apidocs;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.E2E;
import io.heliograph.browser.Browser;
import io.heliograph.browser.Size;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

class ApiDocsE2E extends E2E {

    @Test
    void aDeveloperFindsAnOperationAndItsSample() {
        Browser developer = browser(Size.DESKTOP).visit("/docs/api");
        developer.waitFor(By.id("sendMessages")).screenshot("api-docs");

        developer.type("q", "take credits").waitFor(By.cssSelector("#reference > :first-child#customers"));
        developer.click("Python").waitForText("requests.request(");

        assertThat(developer.driver().getCurrentUrl()).contains("lang=python", "q=take+credits");
        developer.isSound().screenshot("api-docs-found");
        developer.resize(Size.PHONE).isSound().screenshot("api-docs-found");
        developer.resize(Size.SMALL).fits();
        developer.visit("/docs/api#error-insufficient_credits").fits();
        assertThat(developer.find(By.id("error-insufficient_credits")).getText())
                .contains("402");
    }
}

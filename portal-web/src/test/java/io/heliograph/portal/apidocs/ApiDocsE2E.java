package io.heliograph.portal.apidocs;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.E2E;
import io.heliograph.browser.Browser;
import io.heliograph.browser.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;

class ApiDocsE2E extends E2E {

    @ParameterizedTest
    @EnumSource(Size.class)
    void aDeveloperFindsAnOperationAndItsSample(Size size) {
        Browser developer = browser(size).visit("/docs/api");
        developer.waitFor(By.id("sendMessages")).screenshot("api-docs");

        developer.type("q", "take credits").waitFor(By.cssSelector("#reference > :first-child#customers"));
        developer.click("Python").waitForText("requests.request(");

        developer.isSound().screenshot("api-docs-found");
        assertThat(developer.driver().getCurrentUrl()).contains("lang=python");
        developer.visit("/docs/api#error-insufficient_credits");
        assertThat(developer.find(By.id("error-insufficient_credits")).getText()).contains("402");
    }
}

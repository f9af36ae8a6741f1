package io.heliograph.portal.apiaccess;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.E2E;
import io.heliograph.browser.Browser;
import io.heliograph.browser.Size;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/** A developer lets a program in. */
class ApiAccessE2E extends E2E {

    @ParameterizedTest
    @EnumSource(Size.class)
    void makesAClientWhoseSecretGetsATokenAndGivesItANewOne(Size size) {
        Browser alice = browser(size).signInAs("Alpine Clinic");
        alice.visit("/api-access/credentials/new").isSound().screenshot("credential-new-key");
        alice.click("OAuth2 client").waitForText("For systems that speak OAuth2");
        alice.click("Make the client")
                .waitForText("There is a problem")
                .isSound()
                .screenshot("credential-wrong");
        alice.type("name", "Booking " + size).click("Make the client");
        alice.waitForText("Store the secret now").isSound().screenshot("credential-secret");
        String clientId = alice.find(By.id("username")).getText();
        String secret = alice.find(By.id("secret")).getText();

        assertThat(token(clientId, secret)).isNotBlank();

        alice.click("I have stored it").waitForText("Booking " + size).isSound().screenshot("api-access-client");
        alice.click("Booking " + size).waitForText("Client id").isSound().screenshot("credential");
        alice.click("Change").waitForText("Save the changes").isSound().screenshot("credential-settings");
        alice.click("Cancel").click("New secret").waitForText("A day").isSound().screenshot("credential-rotation");
        alice.click("Make the new secret").waitForText("works too, until").isSound();
        assertThat(token(clientId, alice.find(By.id("secret")).getText())).isNotBlank();
        assertThat(token(clientId, secret)).isNotBlank();
        alice.click("I have stored it").click("Booking " + size).isSound().screenshot("credential-rotated");
        alice.click("Revoke").isSound().click("Revoke the credential Booking " + size);
        alice.waitForText("Booking " + size + " is revoked").isSound().screenshot("api-access-revoked");
    }

    @Test
    void aResellerHasKeysToo() {
        Browser reseller = browser(Size.DESKTOP).signInAs("Northwind Telecom");
        reseller.visit("/api-access").isSound().screenshot("api-access-reseller");
        reseller.visit("/api-access/credentials/new")
                .waitForText("Manage customers")
                .isSound();
    }

    private String token(String clientId, String secret) {
        Map<?, ?> answer = RestClient.create(portal())
                .post()
                .uri("/oauth2/token")
                .headers(headers -> headers.setBasicAuth(clientId, secret))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body("grant_type=client_credentials")
                .retrieve()
                .body(Map.class);
        return String.valueOf(answer == null ? null : answer.get("access_token"));
    }
}

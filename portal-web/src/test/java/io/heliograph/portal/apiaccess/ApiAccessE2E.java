package io.heliograph.portal.apiaccess;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.E2E;
import io.heliograph.browser.Browser;
import io.heliograph.browser.Size;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/** A developer lets a program in. */
class ApiAccessE2E extends E2E {

    @Test
    void makesAClientWhoseSecretGetsATokenAndGivesItANewOne() {
        Browser alice = browser(Size.DESKTOP).signInAs("Alpine Clinic");
        alice.visit("/api-access/credentials/new").look("credential-new-key");
        alice.click("OAuth2 client").waitForText("For systems that speak OAuth2");
        alice.click("Make the client").waitForText("There is a problem").look("credential-wrong");
        alice.type("name", "Booking").click("Make the client");
        alice.waitForText("Store the secret now").look("credential-secret");
        String clientId = alice.find(By.id("username")).getText();
        String secret = alice.find(By.id("secret")).getText();

        assertThat(token(clientId, secret)).isNotBlank();

        alice.click("I have stored it").waitForText("Booking").look("api-access-client");
        alice.click("Booking").waitForText("Client id").look("credential");
        alice.click("Change").waitForText("Save the changes").look("credential-settings");
        alice.click("Cancel").click("New secret").waitForText("A day").look("credential-rotation");
        alice.click("Make the new secret").waitForText("works too, until").look("credential-new-secret");
        assertThat(token(clientId, alice.find(By.id("secret")).getText())).isNotBlank();
        assertThat(token(clientId, secret)).isNotBlank();
        alice.click("I have stored it").click("Booking").look("credential-rotated");
        alice.click("Revoke").look("credential-revoke").click("Revoke the credential Booking");
        alice.waitForText("Booking is revoked").look("api-access-revoked");
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

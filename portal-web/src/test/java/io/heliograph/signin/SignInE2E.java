package io.heliograph.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.E2E;
import io.heliograph.browser.Browser;
import io.heliograph.browser.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;

class SignInE2E extends E2E {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Heliograph",
                "Northwind Telecom",
                "Alpine Clinic",
                "Bluebird Bakery",
                "Southwind Mobile",
                "Cedar School"
            })
    void eachPersonOfTheSandboxIsInWithOneClick(String tenant) {
        Browser browser = browser(Size.DESKTOP).signInAs(tenant);

        browser.isSound().screenshot("overview-" + tenant.replace(' ', '-'));

        assertThat(browser.text()).contains(tenant).contains("Sign out");
    }

    @Test
    void pagesBeforeTheSignInAreSound() {
        Browser browser = browser(Size.DESKTOP);

        browser.visit("/login").look("login");
        browser.visit("/password/forgot").look("password-forgot");
        browser.visit("/invitations/none").look("link-gone");
        browser.visit("/sandbox/inbox").look("inbox");
    }

    @Test
    void wrongPasswordIsSaidOnceAndKeepsTheAddress() {
        Browser browser = browser(Size.DESKTOP).visit("/login");

        browser.type("username", "nobody@example.test")
                .type("password", "not it")
                .click(By.cssSelector(".btn-primary"));

        browser.waitForText("There is a problem").isSound().screenshot("login-refused");
        assertThat(browser.find(By.id("username")).getDomProperty("value")).isEqualTo("nobody@example.test");
        assertThat(browser.driver().getTitle()).startsWith("Error: ");
    }

    @Test
    void peopleAreInvitedAndComeIn() {
        Browser owner = browser(Size.PHONE).signInAs("Alpine Clinic");
        owner.visit("/people").isSound().screenshot("people");
        owner.visit("/people/new").click("Send the invitation").waitForText("There is a problem");
        owner.isSound().screenshot("people-new-problem");
        owner.type("name", "Bob Viewer").type("email", "bob@alpine.test");
        owner.click(By.cssSelector("input[value=VIEWER]")).click("Send the invitation");
        owner.waitForText("Invitation sent to bob@alpine.test").isSound().screenshot("people-invited");

        Browser bob =
                browser(Size.DESKTOP).visit("/sandbox/inbox?to=bob@alpine.test").click("Open the link");
        bob.waitForText("Join Alpine Clinic").isSound().screenshot("invitation");
        bob.type("password", "long enough for all").click("Set password and join");
        bob.type("username", "bob@alpine.test").type("password", "long enough for all");
        bob.click(By.cssSelector(".btn-primary")).waitForText("Bob Viewer");
        bob.visit("/people").isSound().screenshot("people");
        assertThat(bob.text()).contains("Viewer").doesNotContain("Invite a person");
    }
}

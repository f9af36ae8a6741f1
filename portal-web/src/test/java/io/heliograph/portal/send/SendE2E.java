package io.heliograph.portal.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.E2E;
import io.heliograph.browser.Browser;
import io.heliograph.browser.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;

class SendE2E extends E2E {

    @ParameterizedTest
    @EnumSource(Size.class)
    void whatIsSentIsSeenDeliveredWithoutAReload(Size size) {
        Browser alice = browser(size).signInAs("Alpine Clinic");
        alice.visit("/send").isSound().screenshot("send-empty");

        alice.type("sender", "Alpine").type("numbers", number(size) + "\n0770");
        alice.type("text", "It’s time – " + "x".repeat(80)).waitForText("make this a special-character text");
        alice.waitForText("1 ready").isSound().screenshot("send-counted");
        alice.click(By.id("replace")).waitForText("92 characters");
        alice.click(By.cssSelector(".priceline .btn-primary")).waitForText("There is a problem");
        alice.isSound().screenshot("send-problem");
        alice.click(By.id("leaveOut")).click(By.cssSelector(".priceline .btn-primary"));

        alice.waitForText("accepted. Credits used: 1").waitForText("Delivered");
        assertThat(alice.driver().getCurrentUrl()).contains("/messages?submission=");
        alice.isSound().screenshot("messages");
        alice.click(By.cssSelector(".messages tbody a")).waitForText("Report: Delivered");
        alice.isSound().screenshot("message-delivered");
        alice.visit("/").waitForText("Last 30 days").isSound().screenshot("overview-customer");
    }

    private static String number(Size size) {
        return "+44 7700 9005"
                + switch (size) {
                    case DESKTOP -> "01";
                    case PHONE -> "02";
                    case SMALL -> "03";
                };
    }
}

package io.heliograph.portal.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.E2E;
import io.heliograph.browser.Browser;
import io.heliograph.browser.Size;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

class SendE2E extends E2E {

    @Test
    void whatIsSentIsSeenDeliveredWithoutAReload() {
        Browser alice = browser(Size.DESKTOP).signInAs("Alpine Clinic");
        alice.visit("/send").screenshot("send-empty");

        alice.type("sender", "Alpine").type("numbers", "+44 7700 900501\n0770");
        alice.type("text", "It’s time – " + "x".repeat(80)).waitForText("make this a special-character text");
        alice.waitForText("1 ready").look("send-counted");
        alice.click(By.id("replace")).waitForText("92 characters · 1 part");
        alice.click(By.cssSelector(".priceline .btn-primary")).waitForText("There is a problem");
        alice.look("send-problem");
        alice.click(By.id("leaveOut")).click(By.cssSelector(".priceline .btn-primary"));

        alice.waitForText("accepted. Credits used: 1").waitForText("Delivered");
        assertThat(alice.driver().getCurrentUrl()).contains("/messages?submission=");
        alice.screenshot("messages");
        alice.click(By.cssSelector(".messages tbody a")).waitForText("Report: Delivered");
        alice.screenshot("message-delivered");
        alice.visit("/").waitForText("Last 30 days").screenshot("overview-customer");
    }
}

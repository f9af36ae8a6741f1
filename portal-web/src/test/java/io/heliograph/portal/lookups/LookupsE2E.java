package io.heliograph.portal.lookups;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.E2E;
import io.heliograph.browser.Browser;
import io.heliograph.browser.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

class LookupsE2E extends E2E {

    @TempDir
    Path folder;

    @Test
    void aFileIsCheckedAndItsProgressIsSeenWithoutAReload() throws IOException {
        Browser alice = browser(Size.DESKTOP).signInAs("Alpine Clinic");
        alice.visit("/lookups").isSound().type("number", "+44 7700 900001").click("Check this number");
        alice.waitForText("The phone is switched off").isSound().screenshot("lookups-answer");

        alice.click("Check a list").isSound().screenshot("lookups-new");
        alice.driver().findElement(By.name("file")).sendKeys(file().toString());
        alice.waitForText("Which column holds the phone numbers?").isSound().screenshot("lookups-columns");
        alice.click("See the price").waitForText("1 row is left out").isSound().screenshot("lookups-draft");
        alice.click("Check 240 numbers").waitForText("Started by Ana");
        alice.screenshot("lookups-running")
                .waitForText("Send to the 240 active numbers")
                .isSound()
                .screenshot("lookups-done");

        assertThat(alice.driver().getTitle()).startsWith("spring.csv");
        assertThat(alice.find(By.id("spoken")).getDomProperty("textContent")).isEqualTo("All checked");
    }

    /** Numbers that end in nothing special, and one without its country code. */
    private Path file() throws IOException {
        String rows = IntStream.range(0, 240)
                .mapToObj(i -> "Name " + i + ",+44771" + (1_001_000 + i))
                .collect(Collectors.joining("\n"));
        return Files.writeString(folder.resolve("spring.csv"), "Name,Phone\n" + rows + "\nBen,0770\n");
    }
}

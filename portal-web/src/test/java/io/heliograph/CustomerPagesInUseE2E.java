package io.heliograph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The pages of a customer with all that can happen on them. */
class CustomerPagesInUseE2E extends CustomerE2E {

    @Test
    void pagesAreSoundWithAllThatCanHappen() {
        String endpoint = endpoint();
        send("447700900123", "447700900001", "447700900002", "447700900003", "447700900011");
        alice.visit("/messages").waitForText("Not sent").waitForText("Ran out of time");

        Stream.of("/", "/messages", "/credits/statement", "/credits/statement/day", "/webhooks", endpoint)
                .forEach(this::isSoundEverywhere);
        links("/messages", ".messages tbody th a").forEach(this::isSoundEverywhere);
        isSoundEverywhere(links(endpoint, "main table a").getFirst());
        Stream.of("/tests/new", "/replays/new", "/rotation", "/deletion")
                .map(endpoint::concat)
                .forEach(this::isSoundEverywhere);
        isSoundEverywhere(links("/people", "main table a").getFirst());
    }

    @Test
    void tellsSinceWhenItIsNotUpdatedAndCatchesUp() {
        send("447700900011");
        alice.visit("/messages").waitForText("With the network");

        alice.offline(true).waitForText("Not updated since");
        alice.offline(false).click("Try again");

        alice.waitForNoText("Not updated since");
    }

    @Test
    void readsFromRightToLeft() {
        send("447700900123");
        alice.prefers("ar");

        for (String page : List.of("/", "/send", "/messages", "/credits/statement", "/nothing-here")) {
            alice.visit(page);
            assertThat(alice.find(By.tagName("html")).getDomAttribute("dir")).isEqualTo("rtl");
            assertThat(alice.find(By.tagName("body")).getCssValue("direction")).isEqualTo("rtl");
            isRightOf(alice.find(By.cssSelector(".side")), alice.find(By.tagName("main")));
            isSoundHere();
        }
        alice.visit("/messages").screenshot("right-to-left");
        assertThat(alice.text()).contains("+44 7700 900123");
    }

    private static void isRightOf(WebElement element, WebElement other) {
        assertThat(element.getRect().getX()).isGreaterThan(other.getRect().getX());
    }

    private String endpoint() {
        alice.visit("/webhooks/new").type("url", "http://127.0.0.1:9/reports").click("Add the endpoint");
        isSoundHere();
        alice.click("I have stored it, activate").waitForText("The endpoint is on");
        return links("/webhooks", "main table a").getFirst();
    }
}

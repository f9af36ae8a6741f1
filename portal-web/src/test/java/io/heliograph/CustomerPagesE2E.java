package io.heliograph;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.browser.Browser;
import io.heliograph.browser.Size;
import io.heliograph.messages.Channel;
import io.heliograph.portal.Customers;
import io.heliograph.submissions.SubmissionRequest;
import io.heliograph.submissions.Submissions;
import io.heliograph.tenants.Role;
import io.heliograph.tenants.Tenant;
import io.heliograph.tenants.User;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;

/** Every page of a customer, empty, full and with errors: axe, texts, scripts and widths (ui (e)). */
class CustomerPagesE2E extends E2E {

    /** All but the forms, which are looked at with their errors. */
    private static final List<String> PAGES = List.of(
            "/",
            "/messages",
            "/messages?q=447700900999",
            "/messages?q=somebody",
            "/credits",
            "/credits/statement",
            "/credits/statement/day",
            "/webhooks",
            "/webhooks/signatures",
            "/api-access",
            "/email-access",
            "/email-access/address",
            "/people",
            "/profile",
            "/nothing-here",
            "/customers");

    @Autowired
    People people;

    @Autowired
    Customers customers;

    @Autowired
    Submissions submissions;

    private Tenant customer;
    private Browser alice;

    @BeforeEach
    void aliceIsIn() {
        customer = customers.with(people.reseller(), 100);
        User owner = people.user(customer.id(), Role.OWNER);
        alice = browser(Size.DESKTOP).visit("/login");
        alice.type("username", owner.email()).type("password", People.PASSWORD);
        alice.click(By.cssSelector(".btn-primary")).waitFor(By.cssSelector(".frame"));
    }

    @Test
    void pagesAreSoundBeforeAnythingHappened() {
        PAGES.forEach(this::isSoundEverywhere);
    }

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
    void formsAreSoundWithErrors() {
        Stream.of("/send", "/webhooks/new", "/people/new").forEach(form -> {
            alice.visit(form).click(By.cssSelector(".frame main form .btn-primary[type=submit]"));
            alice.waitForText("There is a problem");
            assertThat(alice.driver().getTitle()).startsWith("Error: ");
            isSoundHere();
        });
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

    private void isSoundEverywhere(String path) {
        alice.visit(path);
        assertThat(alice.text()).as(path).doesNotContain("This did not work");
        isSoundHere();
    }

    private void isSoundHere() {
        alice.resize(Size.DESKTOP).fits();
        alice.resize(Size.PHONE).isSound();
        alice.resize(Size.SMALL).fits();
        alice.resize(Size.DESKTOP);
    }

    private static void isRightOf(WebElement element, WebElement other) {
        assertThat(element.getRect().getX()).isGreaterThan(other.getRect().getX());
    }

    private List<String> links(String path, String selector) {
        return alice.visit(path).driver().findElements(By.cssSelector(selector)).stream()
                .map(link -> Objects.requireNonNull(link.getDomAttribute("href")))
                .toList();
    }

    private String endpoint() {
        alice.visit("/webhooks/new").type("url", "http://127.0.0.1:9/reports").click("Add the endpoint");
        isSoundHere();
        alice.click("I have stored it, activate").waitForText("The endpoint is on");
        return links("/webhooks", "main table a").getFirst();
    }

    private void send(String... msisdns) {
        submissions.accept(new SubmissionRequest(
                customer.id(), Channel.BROWSER, null, null, "Alpine", "It’s ready – soon", List.of(msisdns), "pages"));
    }
}

package io.heliograph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Every page of a customer before anything has happened, and its forms with errors. */
class CustomerPagesE2E extends CustomerE2E {

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

    @Test
    void pagesAreSoundBeforeAnythingHappened() {
        PAGES.forEach(this::isSoundEverywhere);
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
}

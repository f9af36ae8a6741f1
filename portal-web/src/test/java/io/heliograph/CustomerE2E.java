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
import org.junit.jupiter.api.BeforeEach;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;

/** A new customer, who looks at pages of hers: axe, texts, scripts and widths. */
abstract class CustomerE2E extends E2E {

    @Autowired
    People people;

    @Autowired
    Customers customers;

    @Autowired
    Submissions submissions;

    Tenant customer;
    Browser alice;

    @BeforeEach
    void aliceIsIn() {
        customer = customers.with(people.reseller(), 100);
        User owner = people.user(customer.id(), Role.OWNER);
        alice = browser(Size.DESKTOP).visit("/login");
        alice.type("username", owner.email()).type("password", People.PASSWORD);
        alice.click(By.cssSelector(".btn-primary")).waitFor(By.cssSelector(".frame"));
    }

    void isSoundEverywhere(String path) {
        alice.visit(path);
        assertThat(alice.text()).as(path).doesNotContain("This did not work");
        isSoundHere();
    }

    void isSoundHere() {
        alice.resize(Size.DESKTOP).fits();
        alice.resize(Size.PHONE).isSound();
        alice.resize(Size.SMALL).fits();
        alice.resize(Size.DESKTOP);
    }

    List<String> links(String path, String selector) {
        return alice.visit(path).driver().findElements(By.cssSelector(selector)).stream()
                .map(link -> Objects.requireNonNull(link.getDomAttribute("href")))
                .toList();
    }

    void send(String... msisdns) {
        submissions.accept(new SubmissionRequest(
                customer.id(), Channel.BROWSER, null, null, "Alpine", "It’s ready – soon", List.of(msisdns), "pages"));
    }
}

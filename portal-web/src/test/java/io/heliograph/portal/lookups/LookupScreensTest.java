package io.heliograph.portal.lookups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.People;
import io.heliograph.PortalTest;
import io.heliograph.ledger.Credits;
import io.heliograph.ledger.Proof;
import io.heliograph.ledger.Wallets;
import io.heliograph.lookups.LookupJob;
import io.heliograph.lookups.LookupJobs;
import io.heliograph.lookups.Lookups;
import io.heliograph.portal.Customers;
import io.heliograph.portal.Visitor;
import io.heliograph.sheets.SheetReader;
import io.heliograph.tenants.Role;
import io.heliograph.tenants.Tenant;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Alice, a customer with ten credits, at the pages of lookups; after each test the ledger is proved. */
@PortalTest
abstract class LookupScreensTest {

    static final Duration SOON = Duration.ofSeconds(20);
    static final Pattern AGREED = Pattern.compile("name=\"agreed\" value=\"(\\d+)\"");

    @Autowired
    MockMvcTester portal;

    @Autowired
    People people;

    @Autowired
    Customers customers;

    @Autowired
    LookupJobs jobs;

    @Autowired
    Lookups lookups;

    @Autowired
    Wallets wallets;

    @Autowired
    Proof proof;

    Tenant customer;
    Visitor alice;

    @BeforeEach
    void aliceHasTenCredits() {
        customer = customers.with(people.reseller(), 10);
        alice = Visitor.signIn(portal, people.user(customer.id(), Role.OWNER));
    }

    @AfterEach
    void proveTheLedger() {
        assertThat(proof.run().differences()).isEmpty();
    }

    void done(String page) {
        await().atMost(SOON).until(() -> job(page).isSettled());
    }

    LookupJob job(String page) {
        return jobs.find(customer.id(), id(page)).orElseThrow();
    }

    MvcTestResult paste(String numbers) {
        return alice.send("/lookups/lists", "numbers", numbers);
    }

    MvcTestResult upload(String name, String text) {
        return alice.upload("/lookups/lists", "file", name, text.getBytes(StandardCharsets.UTF_8));
    }

    List<List<String>> file(String address) {
        MvcTestResult answer = alice.visit(address);
        assertThat(answer).hasStatusOk();
        return SheetReader.read(answer.getResponse().getContentAsByteArray()).lines().stream()
                .map(line -> line.cells())
                .toList();
    }

    Credits balance() {
        return wallets.get(customer.id()).balance();
    }

    static String agreed(MvcTestResult draft) throws UnsupportedEncodingException {
        Matcher agreed = AGREED.matcher(draft.getResponse().getContentAsString());
        assertThat(agreed.find()).isTrue();
        return agreed.group(1);
    }

    static String redirected(MvcTestResult result) {
        assertThat(result).hasStatus(HttpStatus.FOUND);
        return String.valueOf(result.getResponse().getRedirectedUrl());
    }

    static UUID id(String page) {
        return UUID.fromString(page.substring(page.lastIndexOf('/') + 1));
    }
}

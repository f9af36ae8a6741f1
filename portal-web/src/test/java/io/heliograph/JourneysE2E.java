package io.heliograph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.heliograph.browser.Browser;
import io.heliograph.browser.Size;
import io.heliograph.ledger.Proof;
import io.heliograph.mail.Outbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What people come for, from the sign-in page to the end, in a real browser. Whether the pages are sound is looked at where
 * all pages are walked, and here only for those that a walk does not reach.
 */
class JourneysE2E extends E2E {

    private static final Pattern INVITATION = Pattern.compile("(/invitations/\\S+)");

    @Autowired
    Outbox outbox;

    @Autowired
    Proof proof;

    private final List<String> callbacks = new CopyOnWriteArrayList<>();

    @AfterEach
    void proveTheLedger() {
        assertThat(proof.run().differences()).isEmpty();
    }

    @Test
    void aCustomerBuysSendsSeesItDeliveredAndIsCalledBack() throws IOException {
        HttpServer receiver = receiver();
        Browser alice = browser(Size.DESKTOP).signInAs("Bluebird Bakery");
        alice.visit("/webhooks/new")
                .type("url", "http://127.0.0.1:" + receiver.getAddress().getPort() + "/reports");
        alice.screenshot("webhook-new").click("Add the endpoint").click("I have stored it, activate");
        alice.visit("/webhooks").waitForText("127.0.0.1").screenshot("webhooks");

        alice.visit("/credits").screenshot("credits");
        alice.click(By.cssSelector("form[action$='/credits/purchases'] button[type=submit]"))
                .click(By.cssSelector("button.pay"));
        alice.waitForText("2,000").isSound().screenshot("purchase");

        alice.visit("/send")
                .type("sender", "Bluebird")
                .type("numbers", "+44 7700 900777")
                .type("text", "Ready.");
        alice.waitForText("1 part").click(By.cssSelector("#send-form button.btn-primary"));
        alice.waitForText("Delivered");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(callbacks)
                        .anyMatch(body -> body.contains("447700900777") && body.contains("message.delivered")));
        alice.visit("/").screenshot("overview-customer-used");
        alice.visit("/api-access").screenshot("api-access");
        alice.visit("/credits/statement").screenshot("statement");
        receiver.stop(0);
    }

    @Test
    void aResellerAddsACustomerWhoJoinsAndSendsFromAPhone() {
        Browser reseller = browser(Size.DESKTOP).signInAs("Northwind Telecom");
        reseller.screenshot("overview-reseller");
        reseller.visit("/customers/new")
                .type("name", "Dune Dental")
                .type("owner", "Dana Dune")
                .type("email", "dana@dune.test");
        reseller.click(By.cssSelector(".frame main form button.btn-primary[type=submit]"));
        reseller.waitForText("Dune Dental").screenshot("customer");
        String customer = reseller.driver().getCurrentUrl();
        reseller.driver().get(customer + "/allocations");
        reseller.type("amount", "50").click(By.cssSelector(".frame main form button.btn-primary[type=submit]"));
        reseller.waitForText("50 credits").visit("/customers").screenshot("customers");
        reseller.visit("/prices").screenshot("prices");
        reseller.visit("/packages").screenshot("packages");

        Browser dana = browser(Size.PHONE).visit(invitation("dana@dune.test"));
        dana.isSound().type("password", "a-long-enough-password").click("Set password and join");
        dana.visit("/login").type("username", "dana@dune.test").type("password", "a-long-enough-password");
        dana.click("Sign in").waitFor(By.cssSelector(".frame")).screenshot("overview-customer");
        dana.visit("/send")
                .type("sender", "Dune")
                .type("numbers", "+44 7700 900778")
                .type("text", "See you at ten.");
        dana.isSound().screenshot("send");
        dana.click(By.cssSelector("#send-form button.btn-primary")).waitForText("Delivered");
    }

    @Test
    void theOperatorSeesAccountsQueueAndProof() {
        Browser operator = browser(Size.DESKTOP).signInAs("Heliograph");
        operator.screenshot("overview-operator");
        operator.visit("/provider-accounts").waitForText("1s2u").screenshot("provider-accounts");
        operator.visit("/proof").click(By.cssSelector(".frame main form button[type=submit]"));
        operator.waitForText("No differences").isSound().screenshot("proof");
        operator.visit("/customers").waitForText("Southwind Mobile");
    }

    private HttpServer receiver() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/reports", exchange -> {
            callbacks.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private String invitation(String email) {
        Matcher link = INVITATION.matcher(outbox.latest(email, 1).getFirst().body());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }
}

package io.heliograph.smppserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.heliograph.People;
import io.heliograph.PortalTest;
import io.heliograph.credentials.AddressList;
import io.heliograph.dispatch.ProviderAccounts;
import io.heliograph.portal.Customers;
import io.heliograph.portal.Visitor;
import io.heliograph.tenants.Role;
import io.heliograph.tenants.Tenant;
import io.heliograph.tenants.Tenants;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsmpp.bean.BindType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** SMPP for people: from a new credential to the end of its session. */
@PortalTest
class SmppScreensIT {

    private static final Pattern PASSWORD = Pattern.compile("id=\"password\"[^>]*>([^<]+)<");
    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    Customers customers;

    @Autowired
    SmppServer server;

    @Autowired
    SmppCredentials credentials;

    @Autowired
    SmppSessions sessions;

    @Autowired
    Tenants tenants;

    @Autowired
    ProviderAccounts accounts;

    UUID customer = new UUID(0, 0);
    Tenant reseller;

    @BeforeEach
    void aliceHasCredits() {
        reseller = people.reseller();
        customer = customers.with(reseller, 100).id();
    }

    @Test
    void showsThePasswordOnceAndTheSessionWhileItIsBound() throws Exception {
        Visitor alice = Visitor.signIn(browser, people.user(customer, Role.OWNER));
        String page = String.valueOf(
                alice.send("/api-access/smpp", "name", "Gateway", "binds", "2", "window", "10", "segments", "50")
                        .getResponse()
                        .getRedirectedUrl());
        String password = password(alice.visit(page));
        assertThat(password).hasSize(8);
        assertThat(alice.visit(page)).hasStatusOk().bodyText().doesNotContain(password);
        SmppCredential credential = credentials.ofTenant(customer).getFirst();

        try (SmppClient client = SmppClient.bound(server.port(), BindType.BIND_TRX, credential.systemId(), password)) {
            assertThat(alice.visit("/api-access/smpp"))
                    .hasStatusOk()
                    .bodyText()
                    .contains("Gateway", "1 session", "127.0.0.1", "Sends and takes receipts");
            Visitor seller = Visitor.signIn(browser, people.user(reseller.id(), Role.OWNER));
            assertThat(seller.visit("/smpp-sessions"))
                    .hasStatusOk()
                    .bodyText()
                    .contains(credential.systemId(), tenants.get(customer).name());

            UUID session = sessions.of(List.of(customer)).getFirst().id();
            assertThat(seller.visit("/smpp-sessions/" + session + "/ending")).hasStatusOk();
            assertThat(seller.send("/smpp-sessions/" + session + "/ending")).hasStatus(302);

            await().atMost(SOON).until(() -> !client.session().getSessionState().isBound());
        }
    }

    @Test
    void changesLimitsAndPasswordAndWritesItDown() throws Exception {
        Visitor alice = Visitor.signIn(browser, people.user(customer, Role.OWNER));
        IssuedSmppCredential issued = credentials.create(customer, "Gateway", SmppLimits.STANDARD, null);
        String systemId = issued.credential().systemId();
        String page = "/api-access/smpp/" + issued.credential().id();

        assertThat(alice.visit(page)).hasStatusOk().bodyText().contains("Gateway", systemId);
        assertThat(alice.send(
                        page,
                        "name",
                        "Shop",
                        "addresses",
                        "192.0.2.0/24, 127.0.0.0/8",
                        "binds",
                        "3",
                        "window",
                        "20",
                        "segments",
                        "70"))
                .hasStatus(302);
        assertThat(alice.send(page, "name", "Shop", "addresses", "192.0.2.0/33", "binds", "3", "window", "9"))
                .hasStatus(422)
                .bodyText()
                .contains("“192.0.2.0/33” is not an IP address or range");
        assertThat(alice.visit(page + "/rotation")).hasStatusOk();
        assertThat(alice.send(page + "/rotation")).hasStatus(302).hasRedirectedUrl(page + "/password");
        String password = password(alice.visit(page + "/password"));

        assertThat(credentials.get(customer, issued.credential().id()).limits())
                .isEqualTo(new SmppLimits(AddressList.parse("192.0.2.0/24 127.0.0.0/8"), 3, 20, 70));
        assertThatThrownBy(() -> SmppClient.bound(server.port(), BindType.BIND_TX, systemId, issued.password()))
                .hasRootCauseMessage("Negative response 0000000e (Invalid Password) found");
        try (SmppClient client = SmppClient.bound(server.port(), BindType.BIND_TX, systemId, password)) {
            assertThat(client.session().getSessionState().isBound()).isTrue();
            UUID session = sessions.of(List.of(customer)).getFirst().id();
            assertThat(alice.send("/smpp-sessions/" + session + "/ending")).hasStatus(302);
        }
        assertThat(alice.send(page + "/revocation")).hasStatus(302);
        assertThat(alice.visit(page)).hasStatus(404);
        assertThat(alice.send(page + "/rotation")).hasStatus(404);
        assertThat(alice.visit("/audit"))
                .bodyText()
                .contains("SMPP credential Gateway made (" + systemId, "SMPP credential Gateway renamed to Shop")
                .contains(
                        "SMPP credential Shop: 3 sessions, window 20, 70 parts a second",
                        "Shop may connect from: 192.0.2.0/24 127.0.0.0/8")
                .contains(
                        "New password for the SMPP credential Shop", "SMPP session of " + systemId + " from 127.0.0.1")
                .contains("SMPP credential Shop revoked")
                .doesNotContain(password);
    }

    @Test
    void charlieGets404() throws Exception {
        IssuedSmppCredential issued = credentials.create(customer, "Gateway", SmppLimits.STANDARD, null);
        Tenant elsewhere = people.reseller();
        Visitor charlie = Visitor.signIn(browser, people.user(elsewhere.id(), Role.OWNER));
        Visitor neighbour = Visitor.signIn(
                browser, people.user(people.customerOf(reseller.id()).id(), Role.OWNER));

        try (SmppClient client = SmppClient.bound(server.port(), BindType.BIND_RX, issued)) {
            UUID session = sessions.of(List.of(customer)).getFirst().id();
            assertThat(charlie.send("/smpp-sessions/" + session + "/ending")).hasStatus(404);
            assertThat(neighbour.send("/smpp-sessions/" + session + "/ending")).hasStatus(404);
            String page = "/api-access/smpp/" + issued.credential().id();
            assertThat(neighbour.visit(page)).hasStatus(404);
            assertThat(neighbour.send(page, "name", "Mine", "binds", "1", "window", "1", "segments", "1"))
                    .hasStatus(404);
            assertThat(neighbour.send(page + "/rotation")).hasStatus(404);
            assertThat(neighbour.send(page + "/revocation")).hasStatus(404);
            assertThat(charlie.visit("/smpp-sessions"))
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain(issued.credential().systemId());
            assertThat(client.session().getSessionState().isBound()).isTrue();
        }
    }

    @Test
    void saysWhatIsWrongWithACredential() {
        Visitor alice = Visitor.signIn(browser, people.user(customer, Role.OWNER));

        assertThat(alice.send(
                        "/api-access/smpp",
                        "name",
                        "",
                        "addresses",
                        "192.0.2.0/24\nhere",
                        "binds",
                        "51",
                        "window",
                        "501",
                        "segments",
                        "0"))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "Enter a name",
                        "“here” is not an IP address or range",
                        "from 1 to 50.",
                        "from 1 to 500.",
                        "from 1 to 10,000.");
        assertThat(credentials.ofTenant(customer)).isEmpty();
    }

    @Test
    void sendsReceiptsAgain() {
        Visitor alice = Visitor.signIn(browser, people.user(customer, Role.OWNER));

        assertThat(alice.visit("/webhooks")).hasStatusOk().bodyText().contains("/webhooks/receipts");
        assertThat(alice.visit("/webhooks/receipts")).hasStatusOk();
        assertThat(alice.send("/webhooks/receipts/replays", "hours", "24")).hasStatus(302);
    }

    @Test
    void refusesSettingsOfAnAccountThatCanNotBe() {
        Visitor operator = Visitor.signIn(browser, "operator@heliograph.test", "sandbox");
        UUID account = accounts.all().getFirst().id();

        assertThat(operator.visit("/provider-accounts/" + account)).hasStatusOk();
        assertThat(operator.visit("/provider-accounts/" + account + "/smpp")).hasStatusOk();
        assertThat(operator.send(
                        "/provider-accounts/" + account + "/smpp",
                        "transport",
                        "SMPP",
                        "host",
                        "",
                        "port",
                        "65536",
                        "sessions",
                        "2",
                        "window",
                        "10",
                        "segments",
                        "30"))
                .hasStatus(422)
                .bodyText()
                .contains("Enter a host name", "from 1 to 65535.");
    }

    private static String password(MvcTestResult page) throws Exception {
        Matcher matcher = PASSWORD.matcher(page.getResponse().getContentAsString());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}

package io.heliograph.portal.apiaccess;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.heliograph.apikeys.TokenResult;
import io.heliograph.credentials.Scope;
import io.heliograph.portal.Visitor;
import io.heliograph.tenants.Role;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class ApiAccessIT extends ApiAccessTest {

    @Test
    void wantsAName() {
        assertThat(alice.send("/api-access/credentials", "name", " "))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Enter a name");
        assertThat(credentials.ofTenant(customer.id())).isEmpty();
    }

    @Test
    void listsARefusedCallWithItsReason() throws Exception {
        String secret =
                secret(alice.visit(target(alice.send("/api-access/credentials", "kind", "LOGIN", "name", "Shop"))));

        MvcTestResult call = browser.perform(get("/bulksms")
                .queryParam("username", only().username())
                .queryParam("password", secret)
                .queryParam("mt", "7")
                .queryParam("sid", "Shop")
                .queryParam("mno", "447700900123")
                .queryParam("msg", "Hello"));

        assertThat(call).hasStatusOk().bodyText().isEqualTo("0051");
        await().atMost(10, SECONDS)
                .until(() -> alice.visit("/api-access")
                        .getResponse()
                        .getContentAsString()
                        .contains("#code-0051"));
        assertThat(alice.visit("/api-access")).bodyText().contains("Refused").contains("mt is 0 or 1");
    }

    @Test
    void writesSamplesOfEachKindWithWhatIsTheirs() {
        alice.send("/api-access/credentials", "kind", "LOGIN", "name", "Shop");
        alice.send("/api-access/credentials", "kind", "CLIENT", "name", "App", "scopes", "LOOKUPS");

        for (AccessKind kind : AccessKind.values()) {
            for (Samples.Language language : Samples.languages(kind)) {
                assertThat(alice.visit("/api-access?kind=" + kind + "&sample=" + language.key()))
                        .hasStatusOk()
                        .bodyText()
                        .contains(kind == AccessKind.LOGIN ? "/bulksms" : "/api/v1/messages")
                        .contains(kind == AccessKind.KEY ? "KEY" : only(kind).shown())
                        .doesNotContain("{username}")
                        .doesNotContain("{base}");
            }
        }
    }

    @Test
    void aKeyMadeHereIsGoodForWhatWasTickedAndFromWhereItWasSaid() throws Exception {
        String page = target(alice.send(
                "/api-access/credentials",
                "kind",
                "KEY",
                "name",
                "Shop",
                "scopes",
                "LOOKUPS",
                "scopes",
                "WEBHOOKS",
                "addresses",
                "127.0.0.1, 10.0.0.0/8",
                "lastDay",
                "2999-12-31"));
        String key = secret(alice.visit(page));

        assertThat(check(key, "127.0.0.1"))
                .isInstanceOfSatisfying(
                        TokenResult.Known.class,
                        known -> assertThat(known.caller().scopes())
                                .containsExactlyInAnyOrder(Scope.LOOKUPS, Scope.WEBHOOKS));
        assertThat(check(key, "192.0.2.1")).isInstanceOf(TokenResult.Elsewhere.class);
        assertThat(only(AccessKind.KEY).limits().expiresAt()).isEqualTo(Instant.parse("3000-01-01T00:00:00Z"));
        assertThat(alice.visit("/api-access"))
                .bodyText()
                .contains(only(AccessKind.KEY).shown())
                .doesNotContain(key);
    }

    @Test
    void saysWhatIsWrongWithEachFieldAndKeepsWhatWasTyped() {
        assertThat(alice.send(
                        "/api-access/credentials",
                        "kind",
                        "KEY",
                        "name",
                        "Shop",
                        "addresses",
                        "10.0.0.0/8 10.0.0.300",
                        "lastDay",
                        "2020-01-01"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Choose at least one thing")
                .contains("“10.0.0.300” is not an IP address")
                .contains("Enter a day that is not over yet")
                .contains("10.0.0.0/8 10.0.0.300</textarea>");
        assertThat(accesses.ofTenant(customer.id())).isEmpty();
    }

    @Test
    void changesNameScopesAddressesAndEnd() {
        alice.send("/api-access/credentials", "kind", "CLIENT", "name", "App", "scopes", "LOOKUPS");
        Access access = only(AccessKind.CLIENT);

        alice.send(
                access.path() + "/settings",
                "kind",
                "CLIENT",
                "name",
                "Application",
                "scopes",
                "MESSAGES_READ",
                "addresses",
                "2001:db8::/32");

        Access changed = only(AccessKind.CLIENT);
        assertThat(changed.name()).isEqualTo("Application");
        assertThat(changed.scopes()).containsExactly("messages:read");
        assertThat(changed.limits().addresses().ranges()).containsExactly("2001:db8::/32");
        assertThat(alice.visit(access.path() + "/settings")).bodyText().contains("2001:db8::/32</textarea>");
    }

    @Test
    void resellersHaveKeysAndClientsAndNoLogins() {
        Visitor rita = Visitor.signIn(browser, people.user(reseller.id(), Role.OWNER));

        assertThat(rita.visit("/api-access"))
                .hasStatusOk()
                .bodyText()
                .contains("/api/v1")
                .doesNotContain("/bulksms", "/api-access/smpp", "/email-access");
        assertThat(alice.visit("/api-access")).bodyText().contains("/api-access/smpp", "/email-access");
        assertThat(rita.visit("/api-access/credentials/new")).bodyText().contains("Manage customers");
        assertThat(alice.visit("/api-access/credentials/new")).bodyText().doesNotContain("Manage customers");
        assertThat(rita.send("/api-access/credentials", "kind", "LOGIN", "name", "Shop"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void charlieGets404() {
        alice.send("/api-access/credentials", "kind", "LOGIN", "name", "Shop");
        String path = "/api-access/credentials/" + only().id();
        Visitor charlie = Visitor.signIn(
                browser, people.user(people.customerOf(reseller.id()).id(), Role.OWNER));

        assertThat(List.of(
                        charlie.visit(path),
                        charlie.visit(path + "/secret"),
                        charlie.visit(path + "/settings"),
                        charlie.send(path + "/settings", "kind", "LOGIN", "name", "Mine"),
                        charlie.visit(path + "/rotation"),
                        charlie.send(path + "/rotation", "overlap", "DAY"),
                        charlie.send(path + "/old-secret"),
                        charlie.visit(path + "/revocation"),
                        charlie.send(path + "/revocation"),
                        charlie.send(path + "/answer", "answer", "BARE")))
                .allSatisfy(answer -> assertThat(answer).hasStatus(HttpStatus.NOT_FOUND));
    }
}

package io.heliograph.portal.apiaccess;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.heliograph.People;
import io.heliograph.PortalTest;
import io.heliograph.credentials.Credential;
import io.heliograph.credentials.Credentials;
import io.heliograph.portal.Visitor;
import io.heliograph.tenants.Role;
import io.heliograph.tenants.Tenant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PortalTest
class ApiAccessIT {

    private static final Pattern SECRET = Pattern.compile("id=\"secret\"[^>]*>([^<]+)<");

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    Credentials credentials;

    Tenant reseller;
    Tenant customer;
    Visitor alice;

    @BeforeEach
    void aliceIsADeveloper() {
        reseller = people.reseller();
        customer = people.customerOf(reseller.id());
        alice = Visitor.signIn(browser, people.user(customer.id(), Role.OWNER));
    }

    @Test
    void showsTheSecretOnce() throws Exception {
        String page = target(alice.send("/api-access/credentials", "name", "Shop", "answer", "BARE"));

        String secret = secret(alice.visit(page));
        assertThat(secret).hasSize(43);
        assertThat(credentials.authenticate(only().username(), secret)).isPresent();
        assertThat(alice.visit(page))
                .hasStatusOk()
                .bodyText()
                .doesNotContain(secret)
                .contains("shown already");
        assertThat(alice.visit("/api-access"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain(secret)
                .contains("Shop");
    }

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
        String secret = secret(alice.visit(target(alice.send("/api-access/credentials", "name", "Shop"))));

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
    void writesSamplesWithTheUsername() {
        alice.send("/api-access/credentials", "name", "Shop");

        for (Samples.Language language : Samples.LANGUAGES) {
            assertThat(alice.visit("/api-access?sample=" + language.key()))
                    .hasStatusOk()
                    .bodyText()
                    .contains(only().username())
                    .doesNotContain("{username}")
                    .doesNotContain("{base}");
        }
    }

    @Test
    void revokesAfterAsking() {
        alice.send("/api-access/credentials", "name", "Shop");
        String path = "/api-access/credentials/" + only().id() + "/revocation";

        assertThat(alice.visit(path)).hasStatusOk().bodyText().contains("Revoke the credential Shop?");
        assertThat(alice.send(path)).hasStatus(HttpStatus.FOUND);
        assertThat(only().revokedAt()).isNotNull();
    }

    @Test
    void charlieGets404() {
        alice.send("/api-access/credentials", "name", "Shop");
        String path = "/api-access/credentials/" + only().id();
        Visitor charlie = Visitor.signIn(
                browser, people.user(people.customerOf(reseller.id()).id(), Role.OWNER));

        assertThat(List.of(
                        charlie.visit(path + "/secret"),
                        charlie.visit(path + "/revocation"),
                        charlie.send(path + "/revocation"),
                        charlie.send(path + "/answer", "answer", "BARE")))
                .allSatisfy(answer -> assertThat(answer).hasStatus(HttpStatus.NOT_FOUND));
    }

    private Credential only() {
        return credentials.ofTenant(customer.id()).getFirst();
    }

    private static String secret(MvcTestResult page) throws Exception {
        Matcher matcher = SECRET.matcher(page.getResponse().getContentAsString());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static String target(MvcTestResult result) {
        return String.valueOf(result.getResponse().getRedirectedUrl());
    }
}

package io.heliograph.portal.apiaccess;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.People;
import io.heliograph.PortalTest;
import io.heliograph.apikeys.BearerTokens;
import io.heliograph.apikeys.TokenResult;
import io.heliograph.credentials.Credential;
import io.heliograph.credentials.Credentials;
import io.heliograph.portal.Visitor;
import io.heliograph.tenants.Role;
import io.heliograph.tenants.Tenant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Alice, a developer of a customer, at the pages of its API access. */
@PortalTest
abstract class ApiAccessTest {

    static final Pattern SECRET = Pattern.compile("id=\"secret\"[^>]*>([^<]+)<");

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    Credentials credentials;

    @Autowired
    Accesses accesses;

    @Autowired
    List<BearerTokens> kinds;

    Tenant reseller;
    Tenant customer;
    Visitor alice;

    @BeforeEach
    void aliceIsADeveloper() {
        reseller = people.reseller();
        customer = people.customerOf(reseller.id());
        alice = Visitor.signIn(browser, people.user(customer.id(), Role.OWNER));
    }

    TokenResult check(String token, String address) {
        return kinds.stream()
                .filter(kind -> kind.reads(token))
                .findFirst()
                .orElseThrow()
                .check(token, address);
    }

    Access only(AccessKind kind) {
        return accesses.ofTenant(customer.id()).stream()
                .filter(one -> one.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    Credential only() {
        return credentials.ofTenant(customer.id()).getFirst();
    }

    static String secret(MvcTestResult page) throws Exception {
        Matcher matcher = SECRET.matcher(page.getResponse().getContentAsString());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    static String target(MvcTestResult result) {
        return String.valueOf(result.getResponse().getRedirectedUrl());
    }
}

package io.heliograph.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.People;
import io.heliograph.PortalTest;
import io.heliograph.apikeys.ApiCaller;
import io.heliograph.apikeys.TokenResult;
import io.heliograph.credentials.Credentials;
import io.heliograph.credentials.Scope;
import io.heliograph.tenants.Tenant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Alice, a customer of a reseller, whose systems get tokens. */
@PortalTest
abstract class TokensTest {

    static final Set<Scope> MESSAGES = EnumSet.of(Scope.MESSAGES_WRITE, Scope.MESSAGES_READ);
    static final String HERE = "127.0.0.1";

    @Autowired
    MockMvcTester portal;

    @Autowired
    Credentials credentials;

    @Autowired
    People people;

    @Autowired
    AccessTokens tokens;

    Clients clients;
    Tenant reseller;
    Tenant customer;

    @BeforeEach
    void aliceIsACustomer() {
        clients = new Clients(portal, credentials);
        reseller = people.reseller();
        customer = people.customerOf(reseller.id());
    }

    ApiCaller caller(String token) {
        TokenResult result = tokens.check(token, HERE);
        assertThat(result).isInstanceOf(TokenResult.Known.class);
        return ((TokenResult.Known) result).caller();
    }

    static void assertRefused(MvcTestResult answer) throws Exception {
        assertThat(answer).hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(Clients.json(answer).path("error").asString()).isEqualTo("invalid_client");
    }
}

package io.heliograph.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.People;
import io.heliograph.PortalTest;
import io.heliograph.apikeys.ApiKeys;
import io.heliograph.credentials.Credentials;
import io.heliograph.credentials.Scope;
import io.heliograph.db.RowIds;
import io.heliograph.oauth.Clients;
import io.heliograph.portal.Customers;
import io.heliograph.tenants.Tenant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** Alice sells, Charlie is elsewhere, and programs of theirs call every route. */
@PortalTest
abstract class ApiRoutesTest {

    @Autowired
    MockMvcTester portal;

    @Autowired
    ApiKeys keys;

    @Autowired
    Credentials credentials;

    @Autowired
    People people;

    @Autowired
    Customers customers;

    @Autowired
    ApiRoutes routes;

    @Autowired
    ApiDescription description;

    Tenant alice;
    Tenant customer;
    Tenant charliesSeller;
    Tenant charlie;

    @BeforeEach
    void aliceSellsAndCharlieIsElsewhere() {
        alice = people.reseller();
        customer = people.customerOf(alice.id());
        charliesSeller = people.reseller();
        charlie = customers.with(charliesSeller, 10);
    }

    /** A program with a key and one with a token that may do the same. */
    List<Program> both(Tenant tenant, Set<Scope> scopes) throws Exception {
        Clients clients = new Clients(portal, credentials);
        String token = clients.token(clients.make(tenant.id(), scopes));
        return List.of(Program.of(portal, keys, tenant.id(), scopes), new Program(portal, token, Map.of()));
    }

    static String id(Program.Reply made) {
        assertThat(made.status()).isBetween(201, 202);
        return made.json().path("id").asString();
    }

    /** With ids that there are not where the path has any left, and with the body that the description gives. */
    Program.Reply call(Program program, ApiRoutes.Route route, String path) {
        return program.call(HttpMethod.valueOf(route.method()), withUnknownIds(path), body(route));
    }

    static String withUnknownIds(String path) {
        return path.replaceAll("\\{[^}]+}", RowIds.next().toString());
    }

    @Nullable
    String body(ApiRoutes.Route route) {
        JsonNode example = description
                .document()
                .path("paths")
                .path(route.path())
                .path(route.method().toLowerCase(Locale.ROOT))
                .at("/requestBody/content")
                .path("application/json")
                .path("example");
        return example.isMissingNode() ? null : example.toString();
    }
}

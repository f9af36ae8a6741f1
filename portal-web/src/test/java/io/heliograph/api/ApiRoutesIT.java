package io.heliograph.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.People;
import io.heliograph.PortalTest;
import io.heliograph.apikeys.ApiKeys;
import io.heliograph.credentials.Scope;
import io.heliograph.db.RowIds;
import io.heliograph.portal.Customers;
import io.heliograph.tenants.Tenant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** Every route with every scope, without a key, for a stranger, and with a stranger's ids (design 8). */
@PortalTest
class ApiRoutesIT {

    @Autowired
    MockMvcTester portal;

    @Autowired
    ApiKeys keys;

    @Autowired
    People people;

    @Autowired
    Customers customers;

    @Autowired
    ApiRoutes routes;

    @Autowired
    ApiDescription description;

    Tenant alice;
    Tenant charliesSeller;
    Tenant charlie;

    @BeforeEach
    void aliceSellsAndCharlieIsElsewhere() {
        alice = people.reseller();
        charliesSeller = people.reseller();
        charlie = customers.with(charliesSeller, 10);
    }

    @Test
    void nobodyGetsInWithoutAKeyOrWithAnUnknownOne() {
        Program unknown = new Program(portal, "hg_live_nonsense", Map.of());

        List<String> open = routes.all().stream()
                .filter(route -> call(unknown, route, route.path()).status() != 401)
                .map(ApiRoutes.Route::toString)
                .toList();

        assertThat(open).isEmpty();
        assertThat(unknown.get("/balance").code()).isEqualTo("invalid_token");
        assertThat(portal.get().uri("/api/v1/balance"))
                .hasStatus(401)
                .hasHeader("WWW-Authenticate", "Bearer")
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("unauthenticated");
        assertThat(portal.get().uri("/api/v1/nothing")).hasStatus(401);
    }

    @Test
    void everyRouteWantsItsScopeAndNoOther() {
        Map<Scope, Program> having = new EnumMap<>(Scope.class);
        for (Scope scope : Scope.values()) {
            having.put(scope, Program.of(portal, keys, alice.id(), Set.of(scope)));
        }
        List<String> wrong = new ArrayList<>();
        for (ApiRoutes.Route route : routes.all()) {
            having.forEach((scope, program) -> {
                Program.Reply reply = call(program, route, route.path());
                boolean refused = reply.status() == 403 && reply.code().equals("missing_scope");
                if (refused == (scope == route.scope())) {
                    wrong.add(route + " with " + scope + ": " + reply.status());
                }
            });
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void aStrangersIdsAreNotThere() {
        Program program = Program.of(portal, keys, alice.id());
        Map<String, String> theirs = charliesThings();
        List<String> wrong = new ArrayList<>();
        for (ApiRoutes.Route route : routes.all()) {
            if (route.path().contains("{")) {
                String prefix = route.path().substring(0, route.path().indexOf('{'));
                String id = Objects.requireNonNull(theirs.get(prefix), () -> "Nothing of Charlie's for " + prefix);
                Program.Reply reply = call(program, route, route.path().replaceFirst("\\{[^}]+}", id));
                if (reply.status() != 404) {
                    wrong.add(route + ": " + reply.status() + " " + reply.json());
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void nobodyActsForAStranger() {
        Program program = Program.of(portal, keys, alice.id())
                .with(Call.ACCOUNT_HEADER, charlie.id().toString());

        List<String> wrong = routes.all().stream()
                .filter(route -> !call(program, route, route.path()).code().equals("account_not_found"))
                .map(ApiRoutes.Route::toString)
                .toList();

        assertThat(wrong).isEmpty();
    }

    @Test
    void actingForACustomerNeedsItsScopeToo() {
        Tenant customer = people.customerOf(alice.id());
        Set<Scope> allBut = EnumSet.complementOf(EnumSet.of(Scope.CUSTOMERS));
        Program program = Program.of(portal, keys, alice.id(), allBut)
                .with(Call.ACCOUNT_HEADER, customer.id().toString());

        assertThat(program.get("/balance").expect(403).json().path("scope").asString())
                .isEqualTo("customers");
    }

    @Test
    void whatThereIsNotIsAProblemToo() {
        Program program = Program.of(portal, keys, alice.id());

        assertThat(program.get("/nothing").expect(404).code()).isEqualTo("not_found");
        assertThat(program.get("/messages/not-an-id").expect(404).code()).isEqualTo("not_found");
        Program.Reply method = program.call(HttpMethod.PUT, "/balance", "{}");
        assertThat(method.expect(405).code()).isEqualTo("method_not_allowed");
        assertThat(method.response().getHeader("Allow")).isEqualTo("GET");
        assertThat(program.get("/balance").response().getHeader("RateLimit")).startsWith("\"calls\";r=");
    }

    private Map<String, String> charliesThings() {
        Program theirs = Program.of(portal, keys, charlie.id());
        String message = theirs.post("/messages", "{\"from\":\"C\",\"to\":\"447700900555\",\"text\":\"Hi\"}")
                .expect(202)
                .json()
                .at("/messages/0/id")
                .asString();
        String endpoint = id(theirs.post("/webhook-endpoints", "{\"url\":\"http://127.0.0.1:9/theirs\"}"));
        String delivery = id(theirs.post("/webhook-endpoints/" + endpoint + "/test", ""));
        String replay = id(theirs.post("/replays", "{\"fromDeliveryId\":\"" + delivery + "\"}"));
        return Map.of(
                "/messages/", message,
                "/webhook-endpoints/", endpoint,
                "/deliveries/", delivery,
                "/replays/", replay,
                "/customers/", charlie.id().toString());
    }

    private static String id(Program.Reply made) {
        assertThat(made.status()).isBetween(201, 202);
        return made.json().path("id").asString();
    }

    /** With ids that there are not where the path has any left, and with the body that the description gives. */
    private Program.Reply call(Program program, ApiRoutes.Route route, String path) {
        String full = path.replaceAll("\\{[^}]+}", RowIds.next().toString());
        return program.call(HttpMethod.valueOf(route.method()), full, body(route));
    }

    private @Nullable String body(ApiRoutes.Route route) {
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

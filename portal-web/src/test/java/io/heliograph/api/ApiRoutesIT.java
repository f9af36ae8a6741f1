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
import io.heliograph.portal.Visitor;
import io.heliograph.tenants.Role;
import io.heliograph.tenants.Tenant;
import java.util.ArrayList;
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
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;

/**
 * Every route, from the mappings, with every scope of keys and of tokens, without any, with the sign-in of every role, for
 * a stranger, and with a stranger's ids (design 8).
 */
@PortalTest
class ApiRoutesIT {

    private static final Set<Scope> EVERYTHING = EnumSet.allOf(Scope.class);

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
    void noSignInOfAPersonOpensARoute() {
        List<String> open = new ArrayList<>();
        for (Role role : Role.values()) {
            Visitor person = Visitor.signIn(portal, people.user(alice.id(), role));
            for (ApiRoutes.Route route : routes.all()) {
                int status = portal.perform(MockMvcRequestBuilders.request(
                                        HttpMethod.valueOf(route.method()),
                                        ApiSecurity.ROOT + withUnknownIds(route.path()))
                                .cookie(person.session()))
                        .getResponse()
                        .getStatus();
                if (status != 401) {
                    open.add(route + " as " + role + ": " + status);
                }
            }
        }

        assertThat(open).isEmpty();
    }

    @Test
    void everyRouteWantsItsScopeAndNoOther() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Scope scope : Scope.values()) {
            for (Program program : both(alice, Set.of(scope))) {
                for (ApiRoutes.Route route : routes.all()) {
                    Program.Reply reply = call(program, route, route.path());
                    boolean refused = reply.status() == 403 && reply.code().equals("missing_scope");
                    if (refused == (scope == route.scope())) {
                        wrong.add(route + " with " + scope + ": " + reply.status());
                    }
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void aStrangersIdsAreNotThere() throws Exception {
        Map<String, String> theirs = charliesThings();
        Tenant sibling = people.customerOf(charliesSeller.id());
        List<Program> programs = new ArrayList<>(both(alice, EVERYTHING));
        programs.addAll(both(sibling, EVERYTHING));
        List<String> wrong = new ArrayList<>();
        for (ApiRoutes.Route route : withVariables()) {
            String path = route.path().replaceFirst("\\{[^}]+}", theirs(theirs, route.path(), 0));
            for (Program program : programs) {
                Program.Reply reply = call(program, route, path);
                if (reply.status() != 404 && !reply.code().equals("sellers_only")) {
                    wrong.add(route + ": " + reply.status() + " " + reply.json());
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    /** One's own customer does not open the way to what belongs to another's. */
    @Test
    void aStrangersIdsAreNotThereBelowOnesOwn() throws Exception {
        Map<String, String> theirs = charliesThings();
        List<String> wrong = new ArrayList<>();
        for (ApiRoutes.Route route : withVariables()) {
            int second = route.path().indexOf('{', route.path().indexOf('{') + 1);
            if (second > 0) {
                String path =
                        route.path().replaceFirst("\\{[^}]+}", customer.id().toString());
                String id = theirs(theirs, path, path.indexOf(customer.id().toString()));
                for (Program program : both(alice, EVERYTHING)) {
                    int status = call(program, route, path.replaceFirst("\\{[^}]+}", id))
                            .status();
                    if (status != 404) {
                        wrong.add(route + ": " + status);
                    }
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    /** Neither sideways nor up. */
    @Test
    void nobodyActsForAStranger() throws Exception {
        Map<Tenant, Tenant> strangers =
                Map.of(alice, charlie, customer, alice, people.customerOf(alice.id()), customer);
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<Tenant, Tenant> pair : strangers.entrySet()) {
            for (Program program : both(pair.getKey(), EVERYTHING)) {
                Program acting =
                        program.with(Call.ACCOUNT_HEADER, pair.getValue().id().toString());
                routes.all().stream()
                        .filter(route ->
                                !call(acting, route, route.path()).code().equals("account_not_found"))
                        .map(ApiRoutes.Route::toString)
                        .forEach(wrong::add);
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void actingForACustomerNeedsItsScopeTooOnEveryRoute() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Program program : both(alice, EnumSet.complementOf(EnumSet.of(Scope.CUSTOMERS)))) {
            Program acting = program.with(Call.ACCOUNT_HEADER, customer.id().toString());
            routes.all().stream()
                    .filter(route -> !call(acting, route, route.path())
                            .json()
                            .path("scope")
                            .asString("")
                            .equals("customers"))
                    .map(ApiRoutes.Route::toString)
                    .forEach(wrong::add);
        }

        assertThat(wrong).isEmpty();
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

    /** A program with a key and one with a token that may do the same. */
    private List<Program> both(Tenant tenant, Set<Scope> scopes) throws Exception {
        Clients clients = new Clients(portal, credentials);
        String token = clients.token(clients.make(tenant.id(), scopes));
        return List.of(Program.of(portal, keys, tenant.id(), scopes), new Program(portal, token, Map.of()));
    }

    private List<ApiRoutes.Route> withVariables() {
        return routes.all().stream().filter(route -> route.path().contains("{")).toList();
    }

    /** The id of the stranger's thing that a path asks for from a place on; a route of a new kind of thing fails here. */
    private static String theirs(Map<String, String> things, String path, int from) {
        String kind = path.substring(0, path.indexOf('{', from)).replaceFirst(".*(/[^/]+/)$", "$1");
        return Objects.requireNonNull(things.get(kind), () -> "Nothing of Charlie's for " + path);
    }

    private Map<String, String> charliesThings() {
        Program theirs = Program.of(portal, keys, charlie.id());
        Program seller = Program.of(portal, keys, charliesSeller.id());
        String message = theirs.post("/messages", "{\"from\":\"C\",\"to\":\"447700900555\",\"text\":\"Hi\"}")
                .expect(202)
                .json()
                .at("/messages/0/id")
                .asString();
        String lookup = id(theirs.post("/lookups", "{\"numbers\":\"447700900556\"}"));
        String endpoint = id(theirs.post("/webhook-endpoints", "{\"url\":\"http://127.0.0.1:9/theirs\"}"));
        String delivery = id(theirs.post("/webhook-endpoints/" + endpoint + "/test", ""));
        String replay = id(theirs.post("/replays", "{\"fromDeliveryId\":\"" + delivery + "\"}"));
        String price = id(seller.post("/customers/" + charlie.id() + "/prices", "{\"price\": 2}"));
        return Map.of(
                "/messages/", message,
                "/lookups/", lookup,
                "/webhook-endpoints/", endpoint,
                "/deliveries/", delivery,
                "/replays/", replay,
                "/customers/", charlie.id().toString(),
                "/prices/", price);
    }

    private static String id(Program.Reply made) {
        assertThat(made.status()).isBetween(201, 202);
        return made.json().path("id").asString();
    }

    /** With ids that there are not where the path has any left, and with the body that the description gives. */
    private Program.Reply call(Program program, ApiRoutes.Route route, String path) {
        return program.call(HttpMethod.valueOf(route.method()), withUnknownIds(path), body(route));
    }

    private static String withUnknownIds(String path) {
        return path.replaceAll("\\{[^}]+}", RowIds.next().toString());
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

package io.heliograph.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.credentials.Scope;
import io.heliograph.portal.Visitor;
import io.heliograph.tenants.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/**
 * Every route, from the mappings, with every scope of keys and of tokens, without any, and with the sign-in of every
 * role.
 */
class ApiRoutesIT extends ApiRoutesTest {

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
}

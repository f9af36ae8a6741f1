package io.heliograph.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.credentials.Scope;
import io.heliograph.tenants.Tenant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every route, from the mappings, for a stranger and with a stranger’s ids. */
class StrangersIT extends ApiRoutesTest {

    private static final Set<Scope> EVERYTHING = EnumSet.allOf(Scope.class);

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
}

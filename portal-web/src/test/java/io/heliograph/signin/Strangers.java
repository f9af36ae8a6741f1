package io.heliograph.signin;

import io.heliograph.People;
import io.heliograph.tenants.Users;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestComponent;

/**
 * Ids of things that belong to Cedar School, a stranger to Northwind and its customers, by the path up to the variable.
 * A route with a variable that is not here fails {@link RoutesIT}: add a line with a real thing of the stranger.
 */
@TestComponent
class Strangers {

    private static final String OWNER = "customer@cedar.test";

    private final Map<String, Supplier<UUID>> things;

    Strangers(People people, Users users) {
        things = Map.of(
                "/people/", () -> users.findByEmail(OWNER).orElseThrow().id(),
                "/customers/", () -> people.tenantOf(OWNER));
    }

    /** Whether there is a thing of the stranger for the variable after this path. */
    boolean knows(String prefix) {
        return things.containsKey(prefix);
    }

    /** Its id. */
    UUID idFor(String prefix) {
        Supplier<UUID> thing = things.get(prefix);
        if (thing == null) {
            throw new IllegalStateException("No stranger's thing for " + prefix + "{…}");
        }
        return thing.get();
    }
}

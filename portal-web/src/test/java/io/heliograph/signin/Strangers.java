package io.heliograph.signin;

import io.heliograph.People;
import io.heliograph.credentials.AnswerForm;
import io.heliograph.credentials.Credentials;
import io.heliograph.purchases.Packages;
import io.heliograph.purchases.Purchases;
import io.heliograph.purchases.ReturnUrls;
import io.heliograph.purchases.StartResult;
import io.heliograph.tenants.User;
import io.heliograph.tenants.Users;
import io.heliograph.webhooks.Endpoints;
import io.heliograph.webhooks.TestEvents;
import io.heliograph.webhooks.WebhookFormat;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.util.function.SingletonSupplier;

/**
 * Ids of things that belong to Cedar School, a stranger to Northwind and its customers, by the path up to the variable.
 * A route with a variable that is not here fails {@link RoutesIT}: add a line with a real thing of the stranger.
 */
@TestComponent
class Strangers {

    private static final String OWNER = "customer@cedar.test";

    private final Map<String, Supplier<UUID>> things;

    Strangers(
            People people,
            Users users,
            Endpoints endpoints,
            TestEvents tests,
            Credentials credentials,
            Packages packages,
            Purchases purchases) {
        things = Map.of(
                "/people/", () -> users.findByEmail(OWNER).orElseThrow().id(),
                "/customers/", () -> people.tenantOf(OWNER),
                "/webhooks/", once(() -> endpoint(endpoints, people.tenantOf(OWNER))),
                "/webhooks/deliveries/",
                        once(() -> {
                            UUID cedar = people.tenantOf(OWNER);
                            return tests.send(cedar, endpoint(endpoints, cedar), "{}");
                        }),
                "/api-access/credentials/",
                        once(() -> credentials
                                .create(people.tenantOf(OWNER), "Theirs", AnswerForm.OK, null)
                                .credential()
                                .id()),
                "/credits/purchases/",
                        once(() -> {
                            User owner = users.findByEmail(OWNER).orElseThrow();
                            UUID offer = packages.forBuyer(owner.tenantId())
                                    .getFirst()
                                    .id();
                            ReturnUrls urls = new ReturnUrls("http://localhost/paid", "http://localhost/back");
                            StartResult started = purchases.start(owner.tenantId(), offer, owner.id(), urls);
                            return ((StartResult.Started) started).purchaseId();
                        }));
    }

    private static UUID endpoint(Endpoints endpoints, UUID tenantId) {
        UUID id = endpoints
                .create(tenantId, "http://127.0.0.1:9/theirs", WebhookFormat.STANDARD)
                .endpointId();
        endpoints.activate(tenantId, id);
        return id;
    }

    private static Supplier<UUID> once(Supplier<UUID> made) {
        return SingletonSupplier.of(made);
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

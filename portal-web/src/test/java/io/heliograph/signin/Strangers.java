package io.heliograph.signin;

import io.heliograph.People;
import io.heliograph.messages.Channel;
import io.heliograph.messages.MessageFilter;
import io.heliograph.messages.Messages;
import io.heliograph.submissions.SubmissionRequest;
import io.heliograph.submissions.Submissions;
import io.heliograph.tenants.Users;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;

/**
 * Ids of things that belong to Cedar School, a stranger to Northwind and its customers, by the path up to the variable.
 * A route with a variable that is not here fails {@link RoutesIT}: add a line with a real thing of the stranger.
 */
class Strangers {

    private static final String OWNER = "customer@cedar.test";

    private final Map<String, Supplier<UUID>> things;

    Strangers(ApplicationContext context) {
        Users users = context.getBean(Users.class);
        UUID cedar = context.getBean(People.class).tenantOf(OWNER);
        things = Map.of(
                "/people/", () -> users.findByEmail(OWNER).orElseThrow().id(),
                "/customers/", () -> cedar,
                "/messages/", () -> messageOf(cedar, context));
    }

    private static UUID messageOf(UUID tenantId, ApplicationContext context) {
        context.getBean(Submissions.class)
                .accept(new SubmissionRequest(
                        tenantId, Channel.BROWSER, null, null, "Cedar", "Hello", List.of("447700900555"), "strangers"));
        return context.getBean(Messages.class)
                .page(tenantId, MessageFilter.all(), null, 1)
                .getFirst()
                .id();
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

package io.heliograph.signin;

import io.heliograph.People;
import io.heliograph.credentials.AnswerForm;
import io.heliograph.credentials.Credentials;
import io.heliograph.dispatch.ProviderAccounts;
import io.heliograph.ledger.Credits;
import io.heliograph.lookups.LookupChannel;
import io.heliograph.lookups.LookupJobs;
import io.heliograph.lookups.LookupRequest;
import io.heliograph.lookups.LookupResult;
import io.heliograph.messages.Channel;
import io.heliograph.messages.MessageFilter;
import io.heliograph.messages.Messages;
import io.heliograph.purchases.Packages;
import io.heliograph.purchases.Purchases;
import io.heliograph.purchases.ReturnUrls;
import io.heliograph.purchases.StartResult;
import io.heliograph.rates.PriceLists;
import io.heliograph.rates.Product;
import io.heliograph.sheets.Uploads;
import io.heliograph.smppserver.SmppCredentials;
import io.heliograph.smppserver.SmppLimits;
import io.heliograph.submissions.SubmissionRequest;
import io.heliograph.submissions.Submissions;
import io.heliograph.tenants.User;
import io.heliograph.tenants.Users;
import io.heliograph.webhooks.Endpoints;
import io.heliograph.webhooks.TestEvents;
import io.heliograph.webhooks.WebhookFormat;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;
import org.springframework.util.function.SingletonSupplier;

/**
 * Ids of things that belong to Cedar School, a stranger to Northwind and its customers, by the path up to the variable.
 * A route with a variable that is not here fails {@link RoutesIT}: add a line with a real thing of the stranger.
 */
class Strangers {

    private static final String OWNER = "customer@cedar.test";
    private static final String SELLER = "reseller@southwind.test";

    private final Map<String, Supplier<UUID>> things;
    private final Map<String, UUID> own;

    Strangers(ApplicationContext context) {
        Users users = context.getBean(Users.class);
        UUID cedar = context.getBean(People.class).tenantOf(OWNER);
        UUID southwind = context.getBean(People.class).tenantOf(SELLER);
        own = Map.of("/customers/", context.getBean(People.class).tenantOf("customer@alpine.test"));
        things = new HashMap<>(Map.of(
                "/people/",
                () -> users.findByEmail(OWNER).orElseThrow().id(),
                "/customers/",
                () -> cedar,
                "/messages/",
                () -> messageOf(cedar, context),
                "/prices/",
                once(() -> context.getBean(PriceLists.class)
                        .set(southwind, null, Product.SMS, "999888777", Credits.of(2), null)),
                "/packages/",
                () -> context.getBean(Packages.class)
                        .ofSeller(southwind)
                        .getFirst()
                        .id(),
                "/provider-accounts/",
                () -> context.getBean(ProviderAccounts.class).all().getFirst().id(),
                "/webhooks/",
                once(() -> endpoint(context.getBean(Endpoints.class), cedar)),
                "/webhooks/deliveries/",
                once(() -> {
                    UUID endpoint = endpoint(context.getBean(Endpoints.class), cedar);
                    return context.getBean(TestEvents.class).send(cedar, endpoint, "{}");
                }),
                "/api-access/credentials/",
                once(() -> context.getBean(Credentials.class)
                        .create(cedar, "Theirs", AnswerForm.OK, null)
                        .credential()
                        .id()),
                "/credits/purchases/",
                once(() -> purchase(context, users.findByEmail(OWNER).orElseThrow()))));
        // Nobody of the stranger's is bound.
        things.put("/smpp-sessions/", UUID::randomUUID);
        things.put(
                "/api-access/smpp/",
                once(() -> context.getBean(SmppCredentials.class)
                        .create(cedar, "Theirs", SmppLimits.STANDARD, null)
                        .credential()
                        .id()));
        things.put("/security/passkeys/", UUID::randomUUID);
        things.put("/security/sessions/", UUID::randomUUID);
        things.put("/company-account/", () -> cedar);
        Supplier<UUID> job = once(() -> jobOf(cedar, context));
        things.put("/lookups/", job);
        things.put("/lookups/checks/", job);
        things.put(
                "/lookups/lists/",
                once(() -> context.getBean(Uploads.class)
                        .keep(cedar, "theirs.csv", "Name,Phone\nAna,447700900555".getBytes(StandardCharsets.UTF_8))
                        .orElseThrow()));
    }

    private static UUID endpoint(Endpoints endpoints, UUID tenantId) {
        UUID id = endpoints
                .create(tenantId, "http://127.0.0.1:9/theirs", WebhookFormat.STANDARD)
                .endpointId();
        endpoints.activate(tenantId, id);
        return id;
    }

    private static UUID purchase(ApplicationContext context, User owner) {
        UUID offer = context.getBean(Packages.class)
                .forBuyer(owner.tenantId())
                .getFirst()
                .id();
        ReturnUrls urls = new ReturnUrls("http://localhost/paid", "http://localhost/back");
        StartResult started = context.getBean(Purchases.class).start(owner.tenantId(), offer, owner.id(), urls);
        return ((StartResult.Started) started).purchaseId();
    }

    private static UUID jobOf(UUID tenantId, ApplicationContext context) {
        LookupRequest request = new LookupRequest(
                tenantId, LookupChannel.BROWSER, null, null, "Theirs", List.of("447700900555"), null, null);
        LookupResult accepted = context.getBean(LookupJobs.class).accept(request);
        return ((LookupResult.Accepted) accepted).job().id();
    }

    private static Supplier<UUID> once(Supplier<UUID> made) {
        return SingletonSupplier.of(made);
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

    /** What Northwind and the operator above it may see, under which a stranger's thing is looked for. */
    UUID ownIdFor(String prefix) {
        UUID id = own.get(prefix);
        if (id == null) {
            throw new IllegalStateException("Nothing of one’s own for " + prefix + "{…}");
        }
        return id;
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

package io.heliograph.sandbox;

import io.heliograph.db.ConditionalOnSandbox;
import io.heliograph.ledger.Credits;
import io.heliograph.purchases.Merchants;
import io.heliograph.purchases.NewPackage;
import io.heliograph.purchases.Packages;
import io.heliograph.purchases.Price;
import io.heliograph.purchases.stripe.simulator.StripeSimulator;
import io.heliograph.tenants.Users;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** What sellers of the sandbox sell, and where the simulated Stripe pays them; what is there already stays. */
@Component
@ConditionalOnSandbox
class SandboxOffers implements SmartLifecycle {

    private static final String CURRENCY = "EUR";

    private static final List<NewPackage> FOR_CUSTOMERS =
            List.of(offer("Starter", 100, 250), offer("Business", 1_000, 2_000), offer("Campaign", 10_000, 18_000));

    private static final List<NewPackage> FOR_RESELLERS = List.of(
            offer("Pallet", 50_000, 60_000), offer("Container", 250_000, 275_000), offer("Ship", 1_000_000, 1_000_000));

    private final Users users;
    private final Packages packages;
    private final Merchants merchants;
    private final ObjectProvider<StripeSimulator> simulators;
    private volatile boolean running;

    SandboxOffers(Users users, Packages packages, Merchants merchants, ObjectProvider<StripeSimulator> simulators) {
        this.users = users;
        this.packages = packages;
        this.merchants = merchants;
        this.simulators = simulators;
    }

    @Override
    public void start() {
        SandboxTenant.ALL.forEach(this::seed);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Seeding.PHASE + 1;
    }

    private void seed(SandboxTenant one) {
        users.findByEmail(one.email()).ifPresent(owner -> {
            switch (one.kind()) {
                case OPERATOR -> offer(owner.tenantId(), FOR_RESELLERS);
                case RESELLER -> {
                    offer(owner.tenantId(), FOR_CUSTOMERS);
                    connect(owner.tenantId(), one.name());
                }
                case CUSTOMER -> {}
            }
        });
    }

    private void offer(UUID sellerId, List<NewPackage> offers) {
        if (packages.ofSeller(sellerId).isEmpty()) {
            offers.forEach(offer -> packages.create(sellerId, offer));
        }
    }

    private void connect(UUID sellerId, String name) {
        if (simulators.getIfAvailable() != null && merchants.accountOf(sellerId).isEmpty()) {
            String word = name.split(" ", -1)[0].toLowerCase(Locale.ROOT);
            merchants.connect(sellerId, "acct_sim_" + word);
        }
    }

    private static NewPackage offer(String name, long credits, long priceMinor) {
        return new NewPackage(name, Credits.of(credits), Price.of(priceMinor, CURRENCY));
    }
}

package io.heliograph.lookups;

import io.heliograph.dispatch.ProviderAccounts;
import io.heliograph.provider.OneS2uClient;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Runs one {@link AccountAsker} for each provider account, from the start of the application to its end. */
@Component
class Asking implements SmartLifecycle {

    private final ProviderAccounts accounts;
    private final Workshop workshop;
    private final OneS2uClient client;
    private final Clock clock;
    private final Map<UUID, AccountAsker> askers = new ConcurrentHashMap<>();

    private volatile boolean running;

    Asking(ProviderAccounts accounts, Workshop workshop, OneS2uClient client, Clock clock) {
        this.accounts = accounts;
        this.workshop = workshop;
        this.client = client;
        this.clock = clock;
    }

    /** Something is to be asked by this account: look now, not at the next turn. */
    void nudge(UUID accountId) {
        AccountAsker asker = askers.get(accountId);
        if (asker != null) {
            asker.nudge();
        }
    }

    /** Starts askers for accounts that are new. */
    @Scheduled(fixedDelay = 1_000)
    void staff() {
        if (!running) {
            return;
        }
        accounts.all()
                .forEach(account -> askers.computeIfAbsent(account.id(), id -> {
                    AccountAsker asker = new AccountAsker(id, accounts, workshop, client, clock);
                    asker.start();
                    return asker;
                }));
    }

    @Override
    public void start() {
        running = true;
        staff();
    }

    /** Claims nothing more, and waits until what is under way is answered and recorded. */
    @Override
    public void stop() {
        running = false;
        askers.values().forEach(AccountAsker::retire);
        askers.values().forEach(AccountAsker::awaitEnd);
        askers.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

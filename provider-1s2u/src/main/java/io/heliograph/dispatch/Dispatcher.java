package io.heliograph.dispatch;

import io.heliograph.provider.Submitter;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Runs one {@link AccountWorker} for each provider account, from the start of the application to its end. */
@Component
public class Dispatcher implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

    private final ProviderAccounts accounts;
    private final Claims claims;
    private final Outcomes outcomes;
    private final Breaker breaker;
    private final Submitter submitter;
    private final Backlogs backlogs;
    private final SubmitMeters meters;
    private final Map<UUID, AccountWorker> workers = new ConcurrentHashMap<>();

    private volatile boolean running;

    Dispatcher(
            ProviderAccounts accounts,
            Claims claims,
            Outcomes outcomes,
            Breaker breaker,
            Submitter submitter,
            Backlogs backlogs,
            SubmitMeters meters) {
        this.accounts = accounts;
        this.claims = claims;
        this.outcomes = outcomes;
        this.breaker = breaker;
        this.submitter = submitter;
        this.backlogs = backlogs;
        this.meters = meters;
    }

    /** Starts workers for accounts that are new. */
    @Scheduled(fixedDelay = 1_000)
    void staff() {
        if (!running) {
            return;
        }
        for (ProviderAccount account : accounts.all()) {
            workers.computeIfAbsent(account.id(), id -> {
                AccountWorker worker =
                        new AccountWorker(id, accounts, claims, outcomes, breaker, submitter, backlogs, meters);
                worker.start();
                return worker;
            });
        }
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
        workers.values().forEach(AccountWorker::retire);
        workers.values().forEach(AccountWorker::awaitEnd);
        workers.clear();
        log.debug("Nothing is under way to 1s2u any more");
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

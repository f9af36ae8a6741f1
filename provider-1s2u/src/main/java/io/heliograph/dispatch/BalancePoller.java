package io.heliograph.dispatch;

import io.heliograph.provider.BalanceResult;
import io.heliograph.provider.OneS2uClient;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks 1s2u what is left on each provider account: one node at a time, at most twice a minute (contract C1). Everyone
 * sees the last answer.
 */
@Component
class BalancePoller {

    private static final Duration BETWEEN = Duration.ofMinutes(1);

    private final ProviderAccounts accounts;
    private final AccountHealth health;
    private final OneS2uClient client;
    private final ApplicationEventPublisher events;

    BalancePoller(
            ProviderAccounts accounts, AccountHealth health, OneS2uClient client, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.health = health;
        this.client = client;
        this.events = events;
    }

    @Scheduled(fixedDelay = 5_000)
    void poll() {
        for (ProviderAccount account : accounts.all()) {
            if (health.takeBalanceTurn(account.id(), BETWEEN)) {
                ask(account);
            }
        }
    }

    private void ask(ProviderAccount account) {
        switch (client.balance(account.upstream())) {
            case BalanceResult.Balance balance -> keep(account, balance.credits());
            case BalanceResult.WrongCredentials _ ->
                health.balanceFailed(account.id(), "1s2u does not know this username and password (00)");
            case BalanceResult.Unavailable unavailable -> health.balanceFailed(account.id(), unavailable.why());
        }
    }

    private void keep(ProviderAccount account, BigDecimal balance) {
        Optional<BigDecimal> before = health.balance(account.id());
        health.balance(account.id(), balance);
        BigDecimal limit = account.lowBalance();
        boolean wasEnough = before.isEmpty() || limit == null || before.get().compareTo(limit) >= 0;
        if (limit != null && balance.compareTo(limit) < 0 && wasEnough) {
            events.publishEvent(new BalanceLow(account.id(), account.name(), balance, limit));
        }
    }
}

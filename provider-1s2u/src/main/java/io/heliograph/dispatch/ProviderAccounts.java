package io.heliograph.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** The provider accounts of this installation. Read often, so each node remembers them for a second. */
@Component
public class ProviderAccounts {

    private static final Duration REMEMBERED = Duration.ofSeconds(1);

    private final AccountRows rows;
    private final AccountHealth health;
    private final Clock clock;

    private final AtomicReference<Remembered> remembered = new AtomicReference<>(Remembered.nothing());

    ProviderAccounts(AccountRows rows, AccountHealth health, Clock clock) {
        this.rows = rows;
        this.health = health;
        this.clock = clock;
    }

    /** All accounts, the oldest first; at most a second old, and what this node saved at once. */
    public List<ProviderAccount> all() {
        Remembered present = remembered.get();
        if (!present.at().isBefore(clock.instant().minus(REMEMBERED))) {
            return present.accounts();
        }
        Remembered read = new Remembered(rows.all(), clock.instant());
        // What was read before another thread saved is not remembered after it.
        remembered.compareAndSet(present, read);
        return read.accounts();
    }

    /** The account of this id. */
    public Optional<ProviderAccount> find(UUID id) {
        return first(account -> account.id().equals(id));
    }

    /** The account whose callback address holds this token (contract D5). */
    public Optional<ProviderAccount> byDlrToken(String token) {
        return first(account -> account.dlrToken().equals(token));
    }

    /** The account by which everything leaves: the oldest. Empty if none is set up. */
    public Optional<ProviderAccount> outgoing() {
        return first(_ -> true);
    }

    /** Sets an account up, or changes the settings of the one with the same id. */
    public void save(ProviderAccount account) {
        if (!rows.update(account)) {
            rows.insert(account, clock.instant());
        }
        remembered.set(Remembered.nothing());
    }

    /** A person stops the account: its queue is kept. */
    public void stop(UUID id) {
        health.stop(id);
    }

    /** A person starts the account again, also ahead of a pause's end. */
    public void start(UUID id) {
        health.start(id);
    }

    /** How every account is doing. */
    public List<AccountStatus> statuses() {
        return health.statuses();
    }

    /** How one account is doing; empty if there is none of this id. */
    public Optional<AccountStatus> status(UUID id) {
        return statuses().stream()
                .filter(status -> status.accountId().equals(id))
                .findFirst();
    }

    /** Whether a person stopped the account; also if there is none of this id. */
    public boolean isStopped(UUID id) {
        return health.isStopped(id);
    }

    /** Has the balance asked for within seconds; false if 1s2u was asked less than half a minute ago (contract C1). */
    public boolean askForBalance(UUID id) {
        return health.balanceWanted(id);
    }

    private Optional<ProviderAccount> first(Predicate<ProviderAccount> wanted) {
        return all().stream().filter(wanted).findFirst();
    }

    private record Remembered(List<ProviderAccount> accounts, Instant at) {

        static Remembered nothing() {
            return new Remembered(List.of(), Instant.MIN);
        }
    }
}

package io.heliograph.upstream;

import io.heliograph.db.RowIds;
import io.heliograph.db.Transactions;
import io.heliograph.dispatch.ProviderAccount;
import io.heliograph.dispatch.ProviderAccounts;
import io.heliograph.provider.smpp.SmppTarget;
import io.heliograph.reports.Reports;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The SMPP sessions of this installation with 1s2u. The sessions that an account may have are shared out to the nodes that
 * are there; each session is held by one node at a time.
 */
@Component
public class Upstreams implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Upstreams.class);

    private final UUID self = RowIds.next();
    private final Map<UUID, Pool> pools = new ConcurrentHashMap<>();
    private final SettingsRows settings;
    private final SlotRows slots;
    private final ProviderAccounts accounts;
    private final Reports reports;
    private final TrustedHosts trusted;
    private final Transactions transactions;
    private final Clock clock;

    private volatile Map<UUID, SmppSettings> known = Map.of();
    private volatile Set<UUID> httpAway = Set.of();
    private volatile boolean running;

    Upstreams(
            SettingsRows settings,
            SlotRows slots,
            ProviderAccounts accounts,
            Reports reports,
            TrustedHosts trusted,
            Transactions transactions,
            Clock clock) {
        this.settings = settings;
        this.slots = slots;
        this.accounts = accounts;
        this.reports = reports;
        this.trusted = trusted;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** How the account is reached; two seconds old at most. */
    public SmppSettings settingsOf(UUID accountId) {
        return known.getOrDefault(accountId, SmppSettings.NONE);
    }

    /** Changes how the account is reached, on all nodes within seconds. With SMPP it sends to one number a request. */
    public void save(UUID accountId, SmppSettings wanted) {
        transactions.run(() -> settings.save(accountId, wanted));
        beat();
    }

    /** The account's sessions on all nodes. */
    public List<UpstreamSession> sessionsOf(UUID accountId) {
        return slots.of(accountId);
    }

    boolean isHttpAway(UUID accountId) {
        return httpAway.contains(accountId);
    }

    /** HTTP is left alone for half a minute, on all nodes. */
    void httpIsAway(UUID accountId) {
        Set<UUID> away = new HashSet<>(httpAway);
        away.add(accountId);
        httpAway = away;
        transactions.run(() -> settings.httpAway(accountId, Transports.HTTP_LEFT_ALONE));
    }

    Optional<Pool> pool(UUID accountId) {
        return Optional.ofNullable(pools.get(accountId)).filter(pool -> !pool.isEmpty());
    }

    @Override
    public void start() {
        running = true;
        beat();
    }

    @Override
    public void stop() {
        running = false;
        pools.values().forEach(Pool::close);
        pools.clear();
        transactions.run(() -> slots.leave(self));
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Later than the dispatcher when it stops: what is under way is still answered. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1;
    }

    @Scheduled(fixedDelay = 2_000)
    synchronized void beat() {
        if (!running) {
            return;
        }
        known = settings.all();
        httpAway = settings.httpAway();
        List<UUID> nodes = transactions.call(() -> slots.nodes(self));
        for (ProviderAccount account : accounts.all()) {
            try {
                serve(account, settingsOf(account.id()), nodes);
            } catch (RuntimeException e) {
                log.error("The SMPP sessions of {} are not looked after", account, e);
            }
        }
    }

    private void serve(ProviderAccount account, SmppSettings wanted, List<UUID> nodes) {
        if (!wanted.transport().usesSmpp() && !pools.containsKey(account.id())) {
            return;
        }
        if (wanted.transport().usesSmpp() && account.numbersPerRequest() > 1) {
            accounts.save(account.withNumbersPerRequest(1));
        }
        Pool pool = pools.computeIfAbsent(
                account.id(), id -> new Pool(wanted, (report, raw) -> reports.receive(id, report, raw), clock));
        Set<Integer> mine = wanted.transport().usesSmpp() ? share(wanted.sessions(), nodes) : Set.of();
        transactions.run(() -> pool.held().stream()
                .filter(slot -> !mine.contains(slot))
                .forEach(slot -> slots.release(account.id(), slot, self)));
        Set<Integer> held = transactions.call(() -> mine.stream()
                .filter(slot -> slots.hold(account.id(), slot, self))
                .collect(Collectors.toSet()));
        pool.keep(held, wanted, target(account, wanted));
        transactions.run(() -> slots.figures(account.id(), self, pool.figures()));
    }

    /** Every node takes one session after the other in turn. */
    private Set<Integer> share(int sessions, List<UUID> nodes) {
        int rank = nodes.indexOf(self);
        return IntStream.range(0, sessions)
                .filter(slot -> rank >= 0 && slot % nodes.size() == rank)
                .boxed()
                .collect(Collectors.toSet());
    }

    private SmppTarget target(ProviderAccount account, SmppSettings wanted) {
        return new SmppTarget(
                wanted.host(),
                wanted.port(),
                wanted.tls() ? trusted.sockets() : null,
                account.username(),
                account.password(),
                wanted.window());
    }
}

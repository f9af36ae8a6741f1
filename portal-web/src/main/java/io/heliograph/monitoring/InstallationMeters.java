package io.heliograph.monitoring;

import io.heliograph.dispatch.AccountStatus;
import io.heliograph.dispatch.ProviderAccounts;
import io.heliograph.ledger.Proof;
import io.heliograph.messages.Messages;
import io.heliograph.webhooks.Deliveries;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Gauges of the whole installation, read from the database every ten seconds, so that scrapers cost it nothing. Every
 * node tells the same; take the maximum.
 */
@Component
class InstallationMeters {

    private static final Logger log = LoggerFactory.getLogger(InstallationMeters.class);

    private final ProviderAccounts accounts;
    private final Deliveries deliveries;
    private final Messages messages;
    private final Proof proof;
    private final Clock clock;
    private final MultiGauge queued;
    private final MultiGauge oldest;
    private final MultiGauge paused;
    private volatile Figures figures = new Figures(0, 0, 0, null);

    InstallationMeters(
            ProviderAccounts accounts,
            Deliveries deliveries,
            Messages messages,
            Proof proof,
            Clock clock,
            MeterRegistry registry) {
        this.accounts = accounts;
        this.deliveries = deliveries;
        this.messages = messages;
        this.proof = proof;
        this.clock = clock;
        queued = multi("heliograph.queue.messages", "Messages that wait for a provider account", registry);
        oldest = multi("heliograph.queue.oldest.seconds", "How long the oldest of them has been due", registry);
        paused = multi("heliograph.account.paused", "1 while a provider account is paused or stopped", registry);
        single("heliograph.webhooks.due", "Webhook deliveries that are due", f -> f.webhooksDue(), registry);
        single("heliograph.messages.uncertain", "Messages being checked", f -> f.uncertain(), registry);
        single("heliograph.proof.differences", "Of the last ledger proof", f -> f.differences(), registry);
        single("heliograph.proof.age.seconds", "Since the last ledger proof", this::proofAge, registry);
    }

    private record Figures(
            long webhooksDue,
            long uncertain,
            int differences,
            @Nullable Instant proofAt) {}

    @Scheduled(fixedDelay = 10_000)
    void read() {
        try {
            List<AccountStatus> statuses = accounts.statuses();
            tell(queued, statuses, AccountStatus::queued);
            tell(oldest, statuses, this::age);
            tell(paused, statuses, status -> status.isPaused() || status.stoppedAt() != null ? 1 : 0);
            figures = proof.latest()
                    .map(last -> new Figures(
                            deliveries.due(), messages.uncertain(), last.differenceCount(), last.finishedAt()))
                    .orElseGet(() -> new Figures(deliveries.due(), messages.uncertain(), 0, null));
        } catch (RuntimeException e) {
            log.warn("The meters of the installation are not up to date: {}", e.getMessage());
        }
    }

    private double age(AccountStatus status) {
        Instant since = status.oldestQueuedAt();
        return since == null ? 0 : Math.max(0, seconds(since));
    }

    private double proofAge(Figures now) {
        return now.proofAt() == null ? Double.NaN : seconds(now.proofAt());
    }

    private double seconds(Instant since) {
        return Duration.between(since, clock.instant()).toMillis() / 1_000.0;
    }

    private void single(String name, String what, ToDoubleFunction<Figures> value, MeterRegistry registry) {
        Gauge.builder(name, () -> value.applyAsDouble(figures))
                .description(what)
                .register(registry);
    }

    private static MultiGauge multi(String name, String what, MeterRegistry registry) {
        return MultiGauge.builder(name).description(what).register(registry);
    }

    private static void tell(MultiGauge gauge, List<AccountStatus> statuses, ToDoubleFunction<AccountStatus> value) {
        gauge.register(
                statuses.stream()
                        .<Row<?>>map(status -> Row.of(Tags.of("account", status.name()), value.applyAsDouble(status)))
                        .toList(),
                true);
    }
}

package io.heliograph.ledger;

import io.heliograph.db.RowIds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs the proof in a transaction of its own, whose first read fixes the snapshot that all checks see. */
@Component
class ProofRun {

    private static final Duration ONE_A_NIGHT = Duration.ofHours(1);

    private static final Logger log = LoggerFactory.getLogger(ProofRun.class);

    private final LedgerFolds folds;
    private final ObjectProvider<ProofCheck> checks;
    private final ProofRows results;
    private final TransactionTemplate snapshot;
    private final TransactionTemplate ownTransaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ProofRun(
            LedgerFolds folds,
            ObjectProvider<ProofCheck> checks,
            ProofRows results,
            PlatformTransactionManager transactionManager,
            ApplicationEventPublisher events,
            Clock clock) {
        this.folds = folds;
        this.checks = checks;
        this.results = results;
        this.events = events;
        this.clock = clock;
        this.snapshot = newTransaction(transactionManager);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
        this.ownTransaction = newTransaction(transactionManager);
    }

    ProofResult now() {
        ProofResult result = snapshot.execute(transaction -> prove());
        ownTransaction.executeWithoutResult(transaction -> {
            results.insert(result);
            if (!result.isClean()) {
                events.publishEvent(new ProofFailed(result));
            }
        });
        if (!result.isClean()) {
            log.error(
                    "The ledger proof found {} differences, the first: {}",
                    result.differenceCount(),
                    result.differences().getFirst());
        }
        return result;
    }

    /** Every night, on one node: the first that holds the lock, and then not the others that come a moment later. */
    @Scheduled(cron = "0 10 2 * * *", zone = "UTC")
    void nightly() {
        ownTransaction.executeWithoutResult(transaction -> {
            if (!results.lock()) {
                return;
            }
            try {
                if (!ranSince(clock.instant().minus(ONE_A_NIGHT))) {
                    now();
                }
            } finally {
                results.unlock();
            }
        });
    }

    private ProofResult prove() {
        Instant startedAt = clock.instant();
        results.allowLongStatements();
        LedgerChecks ledger = new LedgerChecks(folds);
        List<Difference> differences = new ArrayList<>(ledger.differences());
        checks.orderedStream().map(ProofCheck::check).forEach(differences::addAll);
        return new ProofResult(
                RowIds.next(),
                startedAt,
                clock.instant(),
                ledger.transfers(),
                differences.size(),
                differences.stream().limit(ProofRows.MAX_DIFFERENCES).toList());
    }

    private boolean ranSince(Instant time) {
        Optional<ProofResult> latest = results.latest();
        return latest.isPresent() && latest.get().startedAt().isAfter(time);
    }

    private static TransactionTemplate newTransaction(PlatformTransactionManager transactionManager) {
        TransactionTemplate template = new TransactionTemplate(transactionManager);
        template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return template;
    }
}

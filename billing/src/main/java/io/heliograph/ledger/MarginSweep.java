package io.heliograph.ledger;

import io.heliograph.db.Transactions;
import io.heliograph.ledger.MarginDues.MarginDue;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Brings margin earned into the sellers' wallets, many messages at a time, so that a seller's wallet is not locked by each
 * message of its customers. Any number of nodes may do it at once: a row of margin due is removed by one of them.
 */
@Component
public class MarginSweep {

    static final int MAX_DUES = 1_000;

    private static final Logger log = LoggerFactory.getLogger(MarginSweep.class);

    private final MarginDues dues;
    private final Ledger ledger;
    private final Transactions transactions;

    MarginSweep(MarginDues dues, Ledger ledger, Transactions transactions) {
        this.dues = dues;
        this.ledger = ledger;
        this.transactions = transactions;
    }

    /** Sweeps what is due of every seller; what can't be swept now stays for the next time. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    public void sweep() {
        for (UUID tenantId : dues.tenants()) {
            try {
                sweep(tenantId);
            } catch (RuntimeException failure) {
                log.warn("The margin of {} could not be swept, it stays due", tenantId, failure);
            }
        }
    }

    /**
     * Sweeps all that is due of one seller. Losses that its wallet can't bear stay due; what it earned is swept all the
     * same.
     */
    public void sweep(UUID tenantId) {
        try {
            drain(tenantId, () -> dues.oldest(tenantId, MAX_DUES));
        } catch (InsufficientCreditsException lossesAreTooHigh) {
            drain(tenantId, () -> dues.oldestEarned(tenantId, MAX_DUES));
        }
    }

    private void drain(UUID tenantId, Supplier<List<MarginDue>> next) {
        try {
            int swept;
            do {
                swept = transactions.call(() -> sweepOnce(tenantId, next.get()));
            } while (swept == MAX_DUES);
        } catch (SweptElsewhereException anotherNodeIsAtIt) {
            log.debug("The margin of {} is being swept by another node", tenantId);
        }
    }

    private int sweepOnce(UUID tenantId, List<MarginDue> due) {
        if (due.isEmpty()) {
            return 0;
        }
        if (dues.remove(tenantId, due) != due.size()) {
            throw new SweptElsewhereException();
        }
        Credits sum = due.stream().map(MarginDue::amount).reduce(Credits.ZERO, Credits::plus);
        if (!sum.isZero()) {
            ledger.post(List.of(transfer(tenantId, due.getLast().id(), sum)));
        }
        return due.size();
    }

    private static Transfer transfer(UUID tenantId, UUID lastDueId, Credits sum) {
        Account margin = Account.margin(tenantId);
        Account wallet = Account.wallet(tenantId);
        return new Transfer(
                tenantId,
                "sweep:" + lastDueId,
                TransferKind.MARGIN_SWEEP,
                sum.isPositive() ? margin : wallet,
                sum.isPositive() ? wallet : margin,
                sum.isPositive() ? sum : sum.negate(),
                null);
    }

    /** Another node removed some of the rows first: this transaction is undone. */
    private static final class SweptElsewhereException extends RuntimeException {

        private static final long serialVersionUID = 1;
    }
}

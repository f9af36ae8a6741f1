package io.heliograph.purchases;

import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Guards what asks Stripe: a transaction that waits for a far-away server would hold its locks all that time. */
final class OutsideTransactions {

    private OutsideTransactions() {}

    /** A transaction that is open is a bug of the caller. */
    static void require() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Stripe must not be asked inside a transaction");
        }
    }
}

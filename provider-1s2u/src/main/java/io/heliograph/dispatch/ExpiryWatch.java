package io.heliograph.dispatch;

import io.heliograph.db.Transactions;
import io.heliograph.messages.Lifecycle;
import io.heliograph.messages.MessageRef;
import java.util.List;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Refunds messages that have waited longer than they may. Beside the dispatch, as it reads all that wait. */
@Component
class ExpiryWatch {

    private static final int AT_ONCE = 500;

    private final ProviderAccounts accounts;
    private final QueueRows queue;
    private final Lifecycle lifecycle;
    private final Transactions transactions;

    ExpiryWatch(ProviderAccounts accounts, QueueRows queue, Lifecycle lifecycle, Transactions transactions) {
        this.accounts = accounts;
        this.queue = queue;
        this.lifecycle = lifecycle;
        this.transactions = transactions;
    }

    @Scheduled(fixedDelay = 10_000)
    void look() {
        for (ProviderAccount account : accounts.all()) {
            for (UUID tenant : queue.dueTenants(account.id())) {
                List<MessageRef> outlived = queue.outlived(account.id(), tenant, AT_ONCE);
                if (!outlived.isEmpty()) {
                    transactions.run(() -> refuse(outlived));
                }
            }
        }
    }

    private void refuse(List<MessageRef> outlived) {
        List<MessageRef> removed =
                outlived.stream().filter(queue::removeWaiting).toList();
        lifecycle.refusedUnsent(removed, "waited too long");
    }
}

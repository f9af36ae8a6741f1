package io.heliograph.dispatch;

import io.heliograph.db.Transactions;
import io.heliograph.messages.Lifecycle;
import io.heliograph.messages.Message;
import io.heliograph.messages.MessageRef;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Refunds messages that have waited longer than they may: soon those that are next in line, and now and then all others,
 * which of a long queue takes a while.
 */
@Component
class ExpiryWatch {

    private static final int NEXT = 500;

    private final ProviderAccounts accounts;
    private final QueueRows queue;
    private final QueuedTenants tenants;
    private final Lifecycle lifecycle;
    private final Transactions transactions;

    ExpiryWatch(
            ProviderAccounts accounts,
            QueueRows queue,
            QueuedTenants tenants,
            Lifecycle lifecycle,
            Transactions transactions) {
        this.accounts = accounts;
        this.queue = queue;
        this.tenants = tenants;
        this.lifecycle = lifecycle;
        this.transactions = transactions;
    }

    @Scheduled(fixedDelay = 5_000)
    void lookAtNext() {
        look((account, tenant) -> queue.outlivedAmongNext(account, tenant, NEXT));
    }

    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT5M")
    void lookAtAll() {
        look((account, tenant) -> queue.outlived(account, tenant, NEXT));
    }

    private void look(BiFunction<UUID, UUID, List<MessageRef>> outlived) {
        for (ProviderAccount account : accounts.all()) {
            for (UUID tenant : tenants.due(account.id())) {
                int refused = NEXT;
                while (refused == NEXT) {
                    refused = refuseAll(outlived.apply(account.id(), tenant));
                }
            }
        }
    }

    private int refuseAll(List<MessageRef> outlived) {
        if (!outlived.isEmpty()) {
            transactions.run(() -> refuse(outlived));
        }
        return outlived.size();
    }

    private void refuse(List<MessageRef> outlived) {
        List<MessageRef> removed =
                outlived.stream().filter(queue::removeWaiting).toList();
        lifecycle.refusedUnsent(removed, Message.WAITED_TOO_LONG);
    }
}

package io.heliograph.dispatch;

import io.heliograph.db.Transactions;
import io.heliograph.messages.Lifecycle;
import io.heliograph.messages.Message;
import io.heliograph.messages.Messages;
import java.time.Clock;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Shows messages as unknown that no report settled within their account's window (contract S9). */
@Component
class UncertaintyWatch {

    private static final int AT_ONCE = 200;

    private final ProviderAccounts accounts;
    private final Messages messages;
    private final Lifecycle lifecycle;
    private final Transactions transactions;
    private final Clock clock;

    UncertaintyWatch(
            ProviderAccounts accounts, Messages messages, Lifecycle lifecycle, Transactions transactions, Clock clock) {
        this.accounts = accounts;
        this.messages = messages;
        this.lifecycle = lifecycle;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 60_000)
    void look() {
        for (ProviderAccount account : accounts.all()) {
            int shown = AT_ONCE;
            while (shown == AT_ONCE) {
                shown = showOverdue(account);
            }
        }
    }

    /** Returns how many changed: without any that did, there is no sense in looking again at once. */
    private int showOverdue(ProviderAccount account) {
        List<Message> overdue =
                messages.uncertainSince(account.id(), clock.instant().minus(account.uncertaintyWindow()), AT_ONCE);
        return overdue.isEmpty()
                ? 0
                : transactions.call(() -> lifecycle.unknown(overdue).size());
    }
}

package io.heliograph.reports;

import io.heliograph.db.Transactions;
import io.heliograph.messages.Message;
import io.heliograph.provider.ReportedState;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What a report says of its message: the same as of the part it is about, where the message left as one; otherwise it is
 * delivered when all parts are, and failed when any is.
 */
@Component
class Folding {

    private static final int KEPT_DAYS = 30;
    private static final int FORGOTTEN_AT_ONCE = 10_000;

    private final PartRows parts;
    private final Transactions transactions;

    Folding(PartRows parts, Transactions transactions) {
        this.parts = parts;
        this.transactions = transactions;
    }

    void expect(UUID accountId, String msisdn, List<String> ids) {
        transactions.run(() -> parts.insert(accountId, msisdn, ids));
    }

    /** In the transaction that applies the report; empty if it says nothing of the whole yet. */
    Optional<ReportedState> state(Report report, Message message) {
        Optional<ReportedState> said = ReportedState.of(report.response());
        if (said.isEmpty() || message.segments() == 1) {
            return said;
        }
        return parts.wholeOf(report.accountId(), report.providerMessageId(), report.msisdn())
                .map(whole -> fold(report, whole, said.get()))
                .orElse(said);
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT11M")
    void forget() {
        transactions.run(() -> parts.forgetOlderThan(KEPT_DAYS, FORGOTTEN_AT_ONCE));
    }

    private Optional<ReportedState> fold(Report report, PartRows.Whole whole, ReportedState said) {
        parts.lock(report.accountId(), whole.firstId(), report.msisdn());
        parts.reported(report.accountId(), report.providerMessageId(), report.msisdn(), said.name());
        boolean complete = said != ReportedState.DELIVRD
                || parts.delivered(report.accountId(), whole.firstId(), report.msisdn()) == whole.parts();
        return complete ? Optional.of(said) : Optional.empty();
    }
}

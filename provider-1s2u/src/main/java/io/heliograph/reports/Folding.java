package io.heliograph.reports;

import io.heliograph.db.Transactions;
import io.heliograph.messages.Correlation;
import io.heliograph.messages.Message;
import io.heliograph.messages.MessageState;
import io.heliograph.provider.ReportedState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What a report says of its message: the same as of the part it is about, where the message left as one; otherwise it is
 * delivered when all parts are, and failed when any is. One of which parts never left is not delivered by what did.
 */
@Component
class Folding {

    /** Under which a part is kept whose answer was lost: which message a report with an unknown id is of, is a guess. */
    private static final String LOST_ID = "";

    private static final int KEPT_DAYS = 30;
    private static final int FORGOTTEN_AT_ONCE = 10_000;

    private final PartRows parts;
    private final Transactions transactions;

    Folding(PartRows parts, Transactions transactions) {
        this.parts = parts;
        this.transactions = transactions;
    }

    void expect(UUID accountId, String msisdn, List<String> ids, int total) {
        transactions.run(() -> parts.insert(accountId, msisdn, ids, total));
    }

    /** Those of these reports that may be about a part: messages of several segments mostly leave as one. */
    Set<Report> ofParts(Map<Report, Message> matched) {
        Map<Report, Message> several = new HashMap<>(matched);
        several.values().removeIf(message -> message.segments() == 1);
        if (several.isEmpty()) {
            return Set.of();
        }
        Set<Correlation> known = parts.known(several.keySet().stream()
                .flatMap(report -> Stream.of(report.correlation(), lostPart(report)))
                .collect(Collectors.toSet()));
        return several.keySet().stream()
                .filter(report -> known.contains(report.correlation()) || known.contains(lostPart(report)))
                .collect(Collectors.toSet());
    }

    /** Of one of {@link #ofParts}, in the transaction that applies it; empty if it says nothing of the whole yet. */
    Optional<ReportedState> state(Report report, Message message) {
        Optional<ReportedState> said = ReportedState.of(report.response());
        if (said.isEmpty()) {
            return said;
        }
        return part(report, report.providerMessageId())
                .or(() -> message.state() == MessageState.UNCERTAIN ? part(report, LOST_ID) : Optional.empty())
                .map(part -> fold(report, part, said.get()))
                .orElse(said);
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT11M")
    void forget() {
        transactions.run(() -> parts.forgetOlderThan(KEPT_DAYS, FORGOTTEN_AT_ONCE));
    }

    private static Correlation lostPart(Report report) {
        return new Correlation(report.accountId(), LOST_ID, report.msisdn());
    }

    private Optional<PartRows.Part> part(Report report, String id) {
        return parts.find(report.accountId(), id, report.msisdn());
    }

    private Optional<ReportedState> fold(Report report, PartRows.Part part, ReportedState said) {
        parts.lock(report.accountId(), part.firstId(), report.msisdn());
        boolean saysSomething =
                switch (said) {
                    case DELIVRD -> {
                        parts.settle(report.accountId(), part.id(), report.msisdn(), said);
                        yield parts.delivered(report.accountId(), part.firstId(), report.msisdn()) == part.total();
                    }
                    case UNDELIV, REJECTD, EXPIRED, DELETED ->
                        parts.settle(report.accountId(), part.id(), report.msisdn(), said);
                    case ACCEPTD, ENROUTE, UNKNOWN -> false;
                };
        return saysSomething ? Optional.of(said) : Optional.empty();
    }
}

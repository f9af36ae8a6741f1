package io.heliograph.portal.statement;

import io.heliograph.ledger.PostedTransfer;
import io.heliograph.ledger.Statements;
import io.heliograph.ledger.TransferKind;
import io.heliograph.messages.Message;
import io.heliograph.messages.MessageRef;
import io.heliograph.messages.Messages;
import io.heliograph.messages.Submission;
import io.heliograph.portal.Fmt;
import io.heliograph.tenants.Tenant;
import io.heliograph.tenants.Tenants;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the single sends and refunds of a day together, of oneself or of a direct customer. */
@Component
class StatementDays {

    private static final int PAGE = 50;

    private final Statements statements;
    private final Messages messages;
    private final Tenants tenants;
    private final Fmt fmt;
    private final Clock clock;

    StatementDays(Statements statements, Messages messages, Tenants tenants, Fmt fmt, Clock clock) {
        this.statements = statements;
        this.messages = messages;
        this.tenants = tenants;
        this.fmt = fmt;
        this.clock = clock;
    }

    StatementDayView own(UUID tenantId, @Nullable String day, DayKind kind, @Nullable UUID before) {
        return view(tenantId, null, "/credits/statement", "/messages", day, kind, before);
    }

    StatementDayView ofCustomer(
            UUID sellerId, UUID customerId, @Nullable String day, DayKind kind, @Nullable UUID before) {
        Tenant customer = tenants.child(sellerId, customerId);
        String base = "/customers/" + customerId;
        return view(customerId, customer.name(), base + "/statement", base + "/messages", day, kind, before);
    }

    private StatementDayView view(
            UUID ownerId,
            @Nullable String name,
            String base,
            String messagesBase,
            @Nullable String day,
            DayKind kind,
            @Nullable UUID before) {
        LocalDate date = Period.of(day, day, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .to();
        List<PostedTransfer> found = statements.ofDay(ownerId, date, kind.transfers(), before, PAGE + 1);
        List<PostedTransfer> shown = found.subList(0, Math.min(PAGE, found.size()));
        String next = found.size() > PAGE
                ? base + "/day?day=" + date + "&kind=" + kind.word() + "&before="
                        + shown.getLast().id()
                : null;
        List<StatementDayView.Line> lines = lines(ownerId, shown);
        int decimals = lines.stream()
                .mapToInt(line -> StatementView.decimals(line.amount().tenThousandths()))
                .max()
                .orElse(0);
        return new StatementDayView(name, base, messagesBase, date, fmt.day(date), kind, lines, decimals, next);
    }

    private List<StatementDayView.Line> lines(UUID ownerId, List<PostedTransfer> posted) {
        Map<UUID, Message> refunded =
                messages
                        .find(references(posted, TransferKind.REFUND)
                                .map(id -> new MessageRef(ownerId, id))
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Message::id, Function.identity()));
        List<UUID> charged = Stream.concat(
                        references(posted, TransferKind.CHARGE),
                        refunded.values().stream().map(Message::submissionId))
                .distinct()
                .toList();
        Map<UUID, Submission> submissions = messages.submissions(ownerId, charged).stream()
                .collect(Collectors.toMap(Submission::id, Function.identity()));
        return posted.stream().map(one -> line(one, refunded, submissions)).toList();
    }

    private static StatementDayView.Line line(
            PostedTransfer posted, Map<UUID, Message> refunded, Map<UUID, Submission> submissions) {
        UUID reference = posted.transfer().referenceId();
        boolean refund = posted.transfer().kind() == TransferKind.REFUND;
        Message message = refund ? refunded.get(reference) : null;
        return new StatementDayView.Line(
                posted.postedAt(),
                submissions.get(message == null ? reference : message.submissionId()),
                message,
                posted.transfer().note(),
                refund,
                posted.transfer().amount());
    }

    private static Stream<UUID> references(List<PostedTransfer> posted, TransferKind kind) {
        return posted.stream()
                .map(PostedTransfer::transfer)
                .filter(transfer -> transfer.kind() == kind)
                .map(transfer -> Objects.requireNonNull(transfer.referenceId()));
    }
}

package io.heliograph.reports;

import io.heliograph.db.RowIds;
import io.heliograph.dispatch.ProviderAccount;
import io.heliograph.dispatch.ProviderAccounts;
import io.heliograph.messages.MessageRef;
import io.heliograph.provider.DeliveryReport;
import io.heliograph.provider.DeliveryReports;
import io.heliograph.provider.UnreadableReportException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes delivery reports in: answered when they are on disk, never before (contract D4). */
@Component
public class Reports {

    private static final int RAW_LENGTH = 16_000;

    private final Intake intake;
    private final Folding folding;
    private final ReportRows reports;
    private final ProviderAccounts accounts;
    private final Clock clock;

    Reports(Intake intake, Folding folding, ReportRows reports, ProviderAccounts accounts, Clock clock) {
        this.intake = intake;
        this.folding = folding;
        this.reports = reports;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Whether a callback address names an account: what 1s2u checks before it takes the address (contract D1). */
    public boolean knows(String dlrToken) {
        return accounts.byDlrToken(dlrToken).isPresent();
    }

    /**
     * Stores what was posted to a callback address.
     *
     * @param dlrToken the token in the address (contract D5)
     * @param contentType as it came; null if none did
     * @param remoteAddress of the caller
     */
    public IntakeResult receive(String dlrToken, @Nullable String contentType, byte[] body, String remoteAddress) {
        Optional<ProviderAccount> account = accounts.byDlrToken(dlrToken);
        if (account.isEmpty()) {
            return new IntakeResult.UnknownAddress();
        }
        List<String> sources = account.get().dlrSources();
        if (!sources.isEmpty() && !sources.contains(remoteAddress)) {
            return new IntakeResult.SourceNotAllowed();
        }
        Instant now = clock.instant();
        String raw = raw(body);
        try {
            List<Report> read = DeliveryReports.parse(contentType, body, now).stream()
                    .map(report -> report(account.get().id(), report, raw, now))
                    .toList();
            intake.take(read);
            return new IntakeResult.Stored(read.size());
        } catch (UnreadableReportException e) {
            intake.take(List.of(unreadable(account.get().id(), raw, now)));
            return new IntakeResult.Unreadable(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Stores a receipt that came by SMPP; on disk when this returns.
     *
     * @param raw its text
     */
    public void receive(UUID accountId, DeliveryReport receipt, String raw) {
        intake.take(List.of(report(accountId, receipt, cut(raw, RAW_LENGTH), clock.instant())));
    }

    /**
     * Says, before the answer to a message is recorded, that it left in parts: reports of all make one of the whole.
     *
     * @param ids of the parts that left; one that is empty stands for a part whose answer was lost
     * @param parts of the whole; where fewer left, no report can make it delivered
     */
    public void expectParts(UUID accountId, String msisdn, List<String> ids, int parts) {
        folding.expect(accountId, msisdn, ids, parts);
    }

    /** The reports about a message, in the order in which they came. */
    public List<Report> of(UUID tenantId, UUID messageId) {
        return reports.of(new MessageRef(tenantId, messageId));
    }

    private static Report report(UUID accountId, DeliveryReport report, String raw, Instant now) {
        return new Report(
                accountId,
                RowIds.next(),
                now,
                cut(report.smsId(), 80),
                cut(report.msisdn(), 40),
                cut(report.source(), 40),
                cut(report.response(), 40),
                cut(report.sentDate(), 60),
                report.sentAt(),
                raw,
                ReportOutcome.PENDING);
    }

    private static Report unreadable(UUID accountId, String raw, Instant now) {
        return new Report(accountId, RowIds.next(), now, "", "", "", "", "", now, raw, ReportOutcome.UNREADABLE);
    }

    private static String raw(byte[] body) {
        return cut(new String(body, StandardCharsets.UTF_8), RAW_LENGTH);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}

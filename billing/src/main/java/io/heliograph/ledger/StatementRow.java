package io.heliograph.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a {@link Statement}: one transfer, or all transfers of a kind on one day.
 *
 * @param day the UTC day
 * @param at when; for a day's transfers the time of the last of them
 * @param transfers how many transfers the line stands for
 * @param transferId null for a day's transfers
 * @param counterpartyId the other tenant; null for a day's transfers
 * @param balanceAfter the balance once this line is counted
 */
public record StatementRow(
        LocalDate day,
        Instant at,
        TransferKind kind,
        long transfers,
        @Nullable UUID transferId,
        @Nullable UUID counterpartyId,
        @Nullable UUID referenceId,
        @Nullable String note,
        @Nullable UUID actorId,
        Credits in,
        Credits out,
        Credits balanceAfter) {

    /** One transfer as the owner of a wallet sees it; the balance is yet to be counted. */
    static StatementRow of(UUID tenantId, PostedTransfer posted) {
        Transfer transfer = posted.transfer();
        boolean incoming = transfer.to().equals(Account.wallet(tenantId));
        return new StatementRow(
                posted.day(),
                posted.postedAt(),
                transfer.kind(),
                1,
                posted.id(),
                (incoming ? transfer.from() : transfer.to()).tenantId(),
                transfer.referenceId(),
                transfer.note(),
                transfer.actorId(),
                incoming ? transfer.amount() : Credits.ZERO,
                incoming ? Credits.ZERO : transfer.amount(),
                Credits.ZERO);
    }

    /** All transfers of a kind on one day; the balance is yet to be counted. */
    static StatementRow of(WalletDay day) {
        return new StatementRow(
                day.key().day(),
                day.lastAt(),
                day.key().kind(),
                day.transfers(),
                null,
                null,
                null,
                null,
                null,
                day.in(),
                day.out(),
                Credits.ZERO);
    }

    StatementRow withBalanceAfter(Credits balance) {
        return new StatementRow(
                day, at, kind, transfers, transferId, counterpartyId, referenceId, note, actorId, in, out, balance);
    }
}

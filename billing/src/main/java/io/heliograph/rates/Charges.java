package io.heliograph.rates;

import io.heliograph.ledger.Account;
import io.heliograph.ledger.Credits;
import io.heliograph.ledger.Transfer;
import io.heliograph.ledger.TransferKind;
import io.heliograph.rates.Price.Margin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The transfers by which submissions and lookups are paid for, and paid back. What moves no credits (a price of 0, a seller
 * without margin) makes no transfer.
 */
public final class Charges {

    private Charges() {}

    /** Some units at one price: a message and its segments, or a lookup. */
    public record Item(Price price, long units) {}

    /**
     * The charge of a submission, keyed {@code charge:<submission>}, and each seller's margin, positive or not, keyed
     * {@code margin:<submission>:<seller>}; all refer to the submission.
     */
    public static List<Transfer> of(UUID tenantId, UUID submissionId, List<Item> items) {
        return charge(TransferKind.CHARGE, tenantId, submissionId, items);
    }

    /** The charge of a job of lookups, keyed and with margins as that of a submission; all refer to the job. */
    public static List<Transfer> ofLookups(UUID tenantId, UUID jobId, List<Item> items) {
        return charge(TransferKind.LOOKUP_CHARGE, tenantId, jobId, items);
    }

    /**
     * The full refund of some lookups of a job at once, keyed {@code refund:<refund>}, and each seller's margin undone,
     * keyed {@code refund-margin:<refund>:<seller>}; all refer to the job.
     *
     * @param refundId names this refund; each lookup is in one refund at most
     * @param actorId who stopped the job
     */
    public static List<Transfer> refundOfLookups(
            UUID tenantId, UUID jobId, UUID refundId, List<Item> items, @Nullable UUID actorId) {
        List<Transfer> transfers = new ArrayList<>();
        Credits total = total(items);
        if (total.isPositive()) {
            transfers.add(new Transfer(
                    tenantId,
                    "refund:" + refundId,
                    TransferKind.LOOKUP_REFUND,
                    Account.usage(tenantId),
                    Account.wallet(tenantId),
                    total,
                    jobId,
                    null,
                    actorId));
        }
        margins(items).forEach((sellerId, margin) -> {
            if (!margin.isZero()) {
                transfers.add(marginReversal(tenantId, refundId, jobId, new Margin(sellerId, margin)));
            }
        });
        return List.copyOf(transfers);
    }

    /**
     * The full refund of one message, keyed {@code refund:<message>}, and each seller's margin undone, keyed
     * {@code refund-margin:<message>:<seller>}; all refer to the message.
     *
     * @param price what the message was charged by
     * @param units what it was charged for
     * @param note why, for people to read; at most 200 characters
     * @param actorId who refunded it by hand
     */
    public static List<Transfer> refund(
            UUID tenantId, UUID messageId, Price price, long units, @Nullable String note, @Nullable UUID actorId) {
        List<Transfer> transfers = new ArrayList<>();
        if (price.total(units).isPositive()) {
            transfers.add(new Transfer(
                    tenantId,
                    "refund:" + messageId,
                    TransferKind.REFUND,
                    Account.usage(tenantId),
                    Account.wallet(tenantId),
                    price.total(units),
                    messageId,
                    note,
                    actorId));
        }
        for (Margin margin : price.margins(units)) {
            if (!margin.amount().isZero()) {
                transfers.add(marginReversal(tenantId, messageId, messageId, margin));
            }
        }
        return List.copyOf(transfers);
    }

    private static List<Transfer> charge(TransferKind kind, UUID tenantId, UUID chargedId, List<Item> items) {
        List<Transfer> transfers = new ArrayList<>();
        Credits total = total(items);
        if (total.isPositive()) {
            transfers.add(new Transfer(
                    tenantId,
                    "charge:" + chargedId,
                    kind,
                    Account.wallet(tenantId),
                    Account.usage(tenantId),
                    total,
                    chargedId));
        }
        margins(items).forEach((sellerId, margin) -> {
            if (!margin.isZero()) {
                transfers.add(margin(tenantId, chargedId, sellerId, margin));
            }
        });
        return List.copyOf(transfers);
    }

    private static Credits total(List<Item> items) {
        return items.stream().map(item -> item.price().total(item.units())).reduce(Credits.ZERO, Credits::plus);
    }

    private static Map<UUID, Credits> margins(List<Item> items) {
        Map<UUID, Credits> bySeller = new LinkedHashMap<>();
        for (Item item : items) {
            for (Margin margin : item.price().margins(item.units())) {
                bySeller.merge(margin.sellerId(), margin.amount(), Credits::plus);
            }
        }
        return bySeller;
    }

    private static Transfer margin(UUID tenantId, UUID submissionId, UUID sellerId, Credits margin) {
        Account usage = Account.usage(tenantId);
        Account seller = Account.margin(sellerId);
        return new Transfer(
                tenantId,
                "margin:" + submissionId + ":" + sellerId,
                TransferKind.MARGIN,
                margin.isPositive() ? usage : seller,
                margin.isPositive() ? seller : usage,
                absolute(margin),
                submissionId);
    }

    private static Transfer marginReversal(UUID tenantId, UUID refundId, UUID referenceId, Margin margin) {
        Account usage = Account.usage(tenantId);
        Account seller = Account.margin(margin.sellerId());
        return new Transfer(
                tenantId,
                "refund-margin:" + refundId + ":" + margin.sellerId(),
                TransferKind.MARGIN_REVERSAL,
                margin.amount().isPositive() ? seller : usage,
                margin.amount().isPositive() ? usage : seller,
                absolute(margin.amount()),
                referenceId);
    }

    private static Credits absolute(Credits credits) {
        return credits.isNegative() ? credits.negate() : credits;
    }
}

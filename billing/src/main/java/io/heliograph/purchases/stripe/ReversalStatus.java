package io.heliograph.purchases.stripe;

import com.stripe.model.BalanceTransaction;
import com.stripe.model.Dispute;
import com.stripe.model.Refund;
import io.heliograph.purchases.stripe.Reversal.Kind;
import java.util.Optional;

/** What Stripe's statuses of refunds and disputes mean for the money. */
final class ReversalStatus {

    private ReversalStatus() {}

    /** A refund takes the money at once; one that fails or is cancelled brings it back. */
    static Reversal of(Refund refund) {
        boolean returned = "failed".equals(refund.getStatus()) || "canceled".equals(refund.getStatus());
        return new Reversal(refund.getId(), Kind.REFUND, refund.getAmount(), returned);
    }

    /**
     * An inquiry ({@code warning_…}) takes nothing. A prevented dispute may have been settled by paying, which its
     * balance transactions tell. Any other holds the money until it is won.
     */
    static Optional<Reversal> of(Dispute dispute) {
        return switch (dispute.getStatus()) {
            case "warning_needs_response", "warning_under_review", "warning_closed" -> Optional.empty();
            case "prevented" -> withdrawn(dispute) ? Optional.of(reversal(dispute, false)) : Optional.empty();
            case "won" -> Optional.of(reversal(dispute, true));
            default -> Optional.of(reversal(dispute, false));
        };
    }

    private static boolean withdrawn(Dispute dispute) {
        return dispute.getBalanceTransactions().stream()
                        .mapToLong(BalanceTransaction::getAmount)
                        .sum()
                < 0;
    }

    private static Reversal reversal(Dispute dispute, boolean returned) {
        return new Reversal(dispute.getId(), Kind.DISPUTE, dispute.getAmount(), returned);
    }
}

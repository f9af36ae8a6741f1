package io.heliograph.purchases;

import io.heliograph.ledger.Credits;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One checkout of one package, with the package's terms as they were.
 *
 * @param tenantId the buyer
 * @param stripeAccount the connected account that is paid; null for the operator's own
 * @param sessionId Stripe's checkout; null until it is opened
 * @param paymentId Stripe's payment intent; null until it is paid
 * @param reversedCredits what refunds and disputes brought back to the seller
 * @param owedCredits what they still have to: the buyer had spent it
 * @param createdBy the user who bought
 */
public record Purchase(
        UUID tenantId,
        UUID id,
        UUID sellerId,
        String packageName,
        Credits credits,
        Price price,
        PurchaseState state,
        @Nullable String stripeAccount,
        @Nullable String sessionId,
        @Nullable String paymentId,
        Credits reversedCredits,
        Credits owedCredits,
        @Nullable UUID createdBy,
        Instant createdAt,
        Instant stateAt) {

    /** The credits that go back when this much of the price does, in Stripe's units: rounded down, for the buyer. */
    Credits creditsFor(long stripeAmount) {
        long price = this.price.stripeAmount();
        if (stripeAmount >= price) {
            return credits;
        }
        return new Credits(Proportion.floor(credits.tenThousandths(), stripeAmount, price));
    }
}

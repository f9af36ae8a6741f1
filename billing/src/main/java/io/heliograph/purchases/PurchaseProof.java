package io.heliograph.purchases;

import io.heliograph.ledger.Credits;
import io.heliograph.ledger.Difference;
import io.heliograph.ledger.Ledger;
import io.heliograph.ledger.ProofCheck;
import io.heliograph.ledger.TransferKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Proves that bought credits moved as the purchases say: one transfer for each that is fulfilled, none for any other, and
 * for each refund or dispute exactly what it collected and gave back.
 */
@Component
class PurchaseProof implements ProofCheck {

    private static final Set<TransferKind> KINDS =
            Set.of(TransferKind.PURCHASE, TransferKind.PURCHASE_REVERSAL, TransferKind.PURCHASE_REINSTATED);
    private static final UUID NO_PURCHASE = new UUID(0, 0);

    private final FulfilledRows purchases;
    private final Ledger ledger;

    PurchaseProof(FulfilledRows purchases, Ledger ledger) {
        this.purchases = purchases;
        this.ledger = ledger;
    }

    @Override
    public List<Difference> check() {
        Map<UUID, MovedCredits> moved = new HashMap<>();
        ledger.each(
                KINDS,
                transfer -> moved.computeIfAbsent(
                                Objects.requireNonNullElse(transfer.referenceId(), NO_PURCHASE),
                                _ -> new MovedCredits(transfer.tenantId()))
                        .add(transfer));
        List<Difference> differences = new ArrayList<>();
        for (FulfilledPurchase purchase : purchases.all()) {
            MovedCredits found = moved.remove(purchase.id());
            compare(purchase, found == null ? new MovedCredits(purchase.tenantId()) : found, differences);
        }
        moved.forEach((id, left) -> differences.add(new Difference(
                "Transfers of purchase " + id + ", which is not fulfilled",
                left.tenantId(),
                "none",
                left.transfers() + ", giving " + left.given())));
        return differences;
    }

    private static void compare(FulfilledPurchase purchase, MovedCredits moved, List<Difference> differences) {
        if (moved.gifts() != 1) {
            differences.add(new Difference(
                    "Transfers that give the credits of purchase " + purchase.id(),
                    purchase.tenantId(),
                    "1",
                    String.valueOf(moved.gifts())));
        }
        Credits expected = purchase.credits();
        for (ReversalRow reversal : purchase.reversals()) {
            if (moved.tookBackBy(reversal.stripeId()).isZero()) {
                // Taken back before any credits moved: that much was not given in the first place.
                expected = expected.minus(reversal.collected());
            } else {
                check(
                        "taken back by ",
                        reversal,
                        purchase,
                        reversal.collected(),
                        moved.tookBackBy(reversal.stripeId()),
                        differences);
            }
            Credits returned = reversal.state() == ReversalState.RETURNED ? reversal.collected() : Credits.ZERO;
            check(
                    "given back after ",
                    reversal,
                    purchase,
                    returned,
                    moved.gaveBackAfter(reversal.stripeId()),
                    differences);
        }
        if (!expected.equals(moved.given())) {
            differences.add(Difference.of(
                    "Credits given by purchase " + purchase.id(), purchase.tenantId(), expected, moved.given()));
        }
    }

    private static void check(
            String what,
            ReversalRow reversal,
            FulfilledPurchase purchase,
            Credits expected,
            Credits found,
            List<Difference> differences) {
        if (!expected.equals(found)) {
            String words = "Credits " + what + reversal.stripeId() + " of purchase " + purchase.id();
            differences.add(Difference.of(words, purchase.tenantId(), expected, found));
        }
    }
}

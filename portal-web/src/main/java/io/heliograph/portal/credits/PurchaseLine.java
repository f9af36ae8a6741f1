package io.heliograph.portal.credits;

import io.heliograph.portal.Status;
import io.heliograph.portal.Tone;
import io.heliograph.purchases.Purchase;
import io.heliograph.purchases.PurchaseState;

/** A purchase with its state as screens show it. */
record PurchaseLine(Purchase purchase, Status status) {

    static PurchaseLine of(Purchase purchase) {
        return new PurchaseLine(
                purchase,
                new Status(
                        "credits.state." + wordOf(purchase),
                        iconOf(purchase.state()),
                        toneOf(purchase),
                        purchase.stateAt()));
    }

    /** What stands there: as in the database, but a purchase of which something was taken back says so. */
    static String wordOf(Purchase purchase) {
        boolean reversed = purchase.state() == PurchaseState.FULFILLED
                && (purchase.reversedCredits().isPositive()
                        || purchase.owedCredits().isPositive());
        return reversed ? "REVERSED" : purchase.state().name();
    }

    private static String iconOf(PurchaseState state) {
        return switch (state) {
            case OPEN -> "clock";
            case PAID -> "hourglass";
            case FULFILLED -> "check";
            case REFUNDED -> "undo";
            case EXPIRED -> "dash";
            case FAILED -> "cross";
            case MISMATCH -> "question";
        };
    }

    private static Tone toneOf(Purchase purchase) {
        return switch (purchase.state()) {
            case OPEN -> Tone.OPEN;
            case PAID, MISMATCH -> Tone.DOUBT;
            case FULFILLED -> purchase.reversedCredits().isPositive() ? Tone.DOUBT : Tone.GOOD;
            case REFUNDED, EXPIRED -> Tone.IDLE;
            case FAILED -> Tone.BAD;
        };
    }
}

package io.heliograph.portal.credits;

import io.heliograph.ledger.Wallet;
import io.heliograph.ledger.Wallets;
import io.heliograph.portal.Live;
import io.heliograph.purchases.FulfilResult;
import io.heliograph.purchases.Purchase;
import io.heliograph.purchases.PurchaseState;
import io.heliograph.purchases.Purchases;
import io.heliograph.purchases.stripe.StripeFailedException;
import io.heliograph.signin.SignedIn;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Reads a purchase for its buyer, asking Stripe while it is not settled: the webhook may be late. */
@Component
class PurchasePage {

    private static final Logger log = LoggerFactory.getLogger(PurchasePage.class);

    /** How long after its start Stripe is asked whenever somebody looks; later, it is left to the background. */
    private static final Duration ASKS_FOR = Duration.ofMinutes(10);

    private final Purchases purchases;
    private final CreditsPage credits;
    private final Wallets wallets;
    private final Clock clock;

    PurchasePage(Purchases purchases, CreditsPage credits, Wallets wallets, Clock clock) {
        this.purchases = purchases;
        this.credits = credits;
        this.wallets = wallets;
        this.clock = clock;
    }

    PurchaseView view(SignedIn who, UUID id, boolean back) {
        Purchase found = find(who, id);
        boolean underWay = found.state() == PurchaseState.OPEN && fulfil(found);
        Purchase purchase = find(who, id);
        Wallet wallet = wallets.get(who.tenantId());
        String text = text(purchase, underWay, back);
        return new PurchaseView(
                purchase,
                PurchaseLine.of(purchase).status(),
                text,
                credits.seller(wallet),
                wallet.balance(),
                live(purchase, text, back));
    }

    private Purchase find(SignedIn who, UUID id) {
        return purchases.find(who.tenantId(), id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Whether the payment is on its way by slow means. */
    private boolean fulfil(Purchase purchase) {
        String session = purchase.sessionId();
        if (session == null || clock.instant().isAfter(purchase.createdAt().plus(ASKS_FOR))) {
            return false;
        }
        try {
            return purchases.fulfil(session) instanceof FulfilResult.NotPaid notPaid && notPaid.underWay();
        } catch (StripeFailedException failed) {
            log.warn("Stripe does not say what became of purchase {}", purchase.id(), failed);
            return false;
        }
    }

    private static String text(Purchase purchase, boolean underWay, boolean back) {
        if (purchase.state() == PurchaseState.OPEN) {
            return underWay ? "UNDER_WAY" : back ? "BACK" : "OPEN";
        }
        return PurchaseLine.wordOf(purchase);
    }

    private Live live(Purchase purchase, String text, boolean back) {
        boolean waits = purchase.state() == PurchaseState.PAID
                || (purchase.state() == PurchaseState.OPEN && !text.equals("BACK"));
        List<?> shown = List.of(text, purchase.reversedCredits(), purchase.owedCredits());
        return waits
                ? Live.at(
                        "/credits/purchases/" + purchase.id() + "/state?back=" + back,
                        Live.seconds(purchase.createdAt(), clock.instant()),
                        shown)
                : Live.over(shown);
    }
}

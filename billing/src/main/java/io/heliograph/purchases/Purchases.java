package io.heliograph.purchases;

import io.heliograph.purchases.FulfilResult.Fulfilled;
import io.heliograph.purchases.FulfilResult.Unknown;
import io.heliograph.purchases.stripe.StripeConnection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Credits bought by card. Customers pay their reseller on its own account, resellers pay the operator. */
@Component
public class Purchases {

    private final Checkouts checkouts;
    private final ReadBack readBack;
    private final Fulfilment fulfilment;
    private final PurchaseRows purchases;
    private final PurchasePages pages;
    private final StripeConnection stripe;

    Purchases(
            Checkouts checkouts,
            ReadBack readBack,
            Fulfilment fulfilment,
            PurchaseRows purchases,
            PurchasePages pages,
            StripeConnection stripe) {
        this.checkouts = checkouts;
        this.readBack = readBack;
        this.fulfilment = fulfilment;
        this.purchases = purchases;
        this.pages = pages;
        this.stripe = stripe;
    }

    /** Whether credits can be bought with money at all in this installation. */
    public boolean isOn() {
        return stripe.isOn();
    }

    /** Where buyers are sent to for paying, as origins for the {@code form-action} of our pages. */
    public List<String> checkoutOrigins() {
        return stripe.checkoutOrigins();
    }

    /**
     * Opens a checkout of a package for a buyer. Makes an HTTP request, so it must not be called inside a transaction.
     *
     * @param tenantId the buyer
     * @param actorId the user who buys
     */
    public StartResult start(UUID tenantId, UUID packageId, UUID actorId, ReturnUrls returnUrls) {
        return checkouts.start(tenantId, packageId, actorId, returnUrls);
    }

    /**
     * Reads a checkout back from Stripe and, if it is paid as it was asked for, books its credits: once, however many
     * call this and whenever. Must not be called inside a transaction.
     *
     * @throws io.heliograph.purchases.stripe.StripeFailedException if Stripe does not answer; it is tried again in the
     *     background
     */
    public FulfilResult fulfil(String sessionId) {
        Optional<Purchase> purchase = purchases.ofSession(sessionId);
        if (purchase.isEmpty()) {
            return new Unknown();
        }
        FulfilResult result = readBack.fulfil(purchase.get());
        if (result instanceof Fulfilled fulfilled) {
            sellWhatWaits(fulfilled.purchase().tenantId());
        }
        return result;
    }

    /**
     * Books the paid purchases that waited for a seller's credits, as far as it has them now. Call it after a seller got
     * credits, outside the transaction; left out, it happens within seconds by itself.
     */
    public void sellWhatWaits(UUID sellerId) {
        fulfilment.deliverWaiting(sellerId);
    }

    /** A purchase of a buyer; empty if the buyer has none with this id. */
    public Optional<Purchase> find(UUID tenantId, UUID purchaseId) {
        return purchases.find(tenantId, purchaseId);
    }

    /**
     * What a tenant bought, newest first.
     *
     * @param before the last id of the page before; null for the first page
     */
    public List<Purchase> ofBuyer(UUID tenantId, @Nullable UUID before, int limit) {
        return pages.ofBuyer(tenantId, before, limit);
    }

    /**
     * What a tenant's customers bought of it, newest first.
     *
     * @param before the last id of the page before; null for the first page
     */
    public List<Purchase> ofSeller(UUID sellerId, @Nullable UUID before, int limit) {
        return pages.ofSeller(sellerId, before, limit);
    }
}

package io.heliograph.purchases.stripe;

import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionCreateParams.LineItem.PriceData;
import com.stripe.param.checkout.SessionCreateParams.PaymentIntentData;
import java.util.Locale;

/** How a checkout of ours looks to Stripe: one line, one price, our purchase's id on everything that comes of it. */
final class CheckoutParams {

    /** The metadata key under which sessions, payments and charges carry our purchase's id. */
    static final String PURCHASE = "heliograph_purchase";

    private CheckoutParams() {}

    static SessionCreateParams of(CheckoutRequest request) {
        String purchaseId = request.purchaseId().toString();
        return SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .setClientReferenceId(purchaseId)
                .putMetadata(PURCHASE, purchaseId)
                .setPaymentIntentData(PaymentIntentData.builder()
                        .putMetadata(PURCHASE, purchaseId)
                        .setDescription(request.description())
                        .build())
                .addLineItem(line(request))
                .setAdaptivePricing(SessionCreateParams.AdaptivePricing.builder()
                        .setEnabled(false)
                        .build())
                .setSuccessUrl(request.successUrl())
                .setCancelUrl(request.cancelUrl())
                .setExpiresAt(request.expiresAt().getEpochSecond())
                .build();
    }

    private static LineItem line(CheckoutRequest request) {
        return LineItem.builder()
                .setQuantity(1L)
                .setPriceData(PriceData.builder()
                        .setCurrency(request.currency().toLowerCase(Locale.ROOT))
                        .setUnitAmount(request.amount())
                        .setProductData(PriceData.ProductData.builder()
                                .setName(request.description())
                                .build())
                        .build())
                .build();
    }
}

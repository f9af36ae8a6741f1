package io.heliograph.purchases.stripe.simulator;

import tools.jackson.databind.node.ObjectNode;

/** Money that goes back: what sellers refund and what payers' banks withdraw. Guarded by the simulated Stripe. */
final class SimulatedReversals {

    private static final String STATUS = "status";
    private static final String PAYMENT = "payment_intent";
    private static final String AMOUNT = "amount";
    private static final String REFUNDED = "amount_refunded";

    private final SimulatedStripe stripe;
    private final SimulatedObjects objects;

    SimulatedReversals(SimulatedStripe stripe, SimulatedObjects objects) {
        this.stripe = stripe;
        this.objects = objects;
    }

    /** Refunds so much of a payment; 0 for all that is left. */
    ObjectNode refund(String account, String paymentId, long amount) {
        synchronized (stripe) {
            ObjectNode charge = chargeOf(account, paymentId);
            long left = charge.path(AMOUNT).asLong() - charge.path(REFUNDED).asLong();
            long refunded = amount == 0 ? left : amount;
            if (refunded <= 0 || refunded > left) {
                throw new ApiError(400, "charge_already_refunded", "Of the charge only " + left + " is left to refund");
            }
            charge.put(REFUNDED, charge.path(REFUNDED).asLong() + refunded).put("refunded", refunded == left);
            ObjectNode refund = ofCharge("re_sim_", "refund", charge, refunded).put(STATUS, "succeeded");
            objects.put(account, refund);
            stripe.changed(charge, "charge.refunded");
            return refund;
        }
    }

    /** The bank of the payer can't take a refund: the money is the seller's again. */
    void failRefund(String refundId) {
        synchronized (stripe) {
            String account = objects.accountOf(refundId);
            ObjectNode refund = objects.get(account, refundId).put(STATUS, "failed");
            ObjectNode charge = chargeOf(account, refund.path(PAYMENT).asString());
            charge.put(
                    REFUNDED,
                    charge.path(REFUNDED).asLong() - refund.path(AMOUNT).asLong());
            charge.put("refunded", false);
            stripe.changed(refund, "refund.failed");
        }
    }

    /** The payer's bank takes so much of a payment. */
    ObjectNode dispute(String paymentId, long amount) {
        synchronized (stripe) {
            String account = objects.accountOf(paymentId);
            ObjectNode charge = chargeOf(account, paymentId).put("disputed", true);
            ObjectNode dispute = ofCharge("dp_sim_", "dispute", charge, amount)
                    .put(STATUS, "needs_response")
                    .put("reason", "fraudulent");
            dispute.putArray("balance_transactions")
                    .add(stripe.newObject("txn_sim_", "balance_transaction").put(AMOUNT, -amount));
            objects.put(account, dispute);
            stripe.changed(dispute, "charge.dispute.created");
            stripe.changed(dispute, "charge.dispute.funds_withdrawn");
            return dispute;
        }
    }

    /** The bank decides for the seller, or for the payer. */
    void closeDispute(String disputeId, boolean won) {
        synchronized (stripe) {
            ObjectNode dispute = objects.get(objects.accountOf(disputeId), disputeId);
            dispute.put(STATUS, won ? "won" : "lost");
            stripe.changed(dispute, "charge.dispute.closed");
            if (won) {
                stripe.changed(dispute, "charge.dispute.funds_reinstated");
            }
        }
    }

    private ObjectNode chargeOf(String account, String paymentId) {
        return objects.get(
                account, objects.get(account, paymentId).path("latest_charge").asString());
    }

    private ObjectNode ofCharge(String prefix, String kind, ObjectNode charge, long amount) {
        ObjectNode object = stripe.newObject(prefix, kind)
                .put(AMOUNT, amount)
                .put("charge", charge.path("id").asString());
        object.set(PAYMENT, charge.path(PAYMENT));
        object.set("currency", charge.path("currency"));
        return object;
    }
}

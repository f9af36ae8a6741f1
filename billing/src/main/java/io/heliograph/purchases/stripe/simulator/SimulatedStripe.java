package io.heliograph.purchases.stripe.simulator;

import com.stripe.Stripe;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What happens at the simulated Stripe: sessions are opened, paid, expire; payments are refunded and disputed. Each
 * change that Stripe would tell about is told to the webhooks. Its monitor guards all objects.
 */
final class SimulatedStripe {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String STATUS = "status";
    private static final String PAYMENT = "payment_intent";

    private final SimulatedObjects objects;
    private final Clock clock;
    private final WebhookSender webhooks;

    SimulatedStripe(SimulatedObjects objects, Clock clock, WebhookSender webhooks) {
        this.objects = objects;
        this.clock = clock;
        this.webhooks = webhooks;
    }

    synchronized ObjectNode openSession(String account, Form form) {
        long amount = Math.multiplyExact(
                form.number("line_items[0][price_data][unit_amount]"), form.number("line_items[0][quantity]"));
        if (amount <= 0) {
            throw new ApiError(400, "amount_too_small", "The amount must be greater than 0");
        }
        ObjectNode session = newObject("cs_test_sim_", "checkout.session")
                .put("mode", form.get("mode"))
                .put(STATUS, "open")
                .put("payment_status", "unpaid")
                .put("amount_subtotal", amount)
                .put("amount_total", amount)
                .put("currency", form.get("line_items[0][price_data][currency]"))
                .put("client_reference_id", form.get("client_reference_id"))
                .put("success_url", form.get("success_url"))
                .put("cancel_url", form.get("cancel_url"))
                .put("expires_at", form.number("expires_at"))
                .putNull(PAYMENT)
                .put("description", form.get("line_items[0][price_data][product_data][name]"));
        copyMetadata(form, "metadata", session.putObject("metadata"));
        copyMetadata(form, "payment_intent_data[metadata]", session.putObject("payment_metadata"));
        objects.put(account, session);
        return session;
    }

    synchronized ObjectNode session(String account, String id) {
        ObjectNode session = objects.get(account, id);
        if (isOpen(session) && session.path("expires_at").asLong() <= now()) {
            expire(id);
        }
        return session;
    }

    synchronized void expire(String id) {
        ObjectNode session = objects.get(objects.accountOf(id), id);
        if (isOpen(session)) {
            session.put(STATUS, "expired");
            changed(session, "checkout.session.expired");
        }
    }

    /** The payer pays by card: the money is there. A session that is not open stays as it is. */
    synchronized void pay(String id) {
        ObjectNode session = session(objects.accountOf(id), id);
        if (isOpen(session)) {
            complete(session, "paid", "succeeded");
            changed(session, "checkout.session.completed");
        }
    }

    /** The payer agrees to a bank debit: the money comes, or does not, days later. */
    synchronized void payLater(String id) {
        ObjectNode session = session(objects.accountOf(id), id);
        if (isOpen(session)) {
            complete(session, "unpaid", "processing");
            changed(session, "checkout.session.completed");
        }
    }

    synchronized void settleLater(String id, boolean succeeded) {
        String account = objects.accountOf(id);
        ObjectNode session = objects.get(account, id);
        ObjectNode payment = objects.get(account, session.path(PAYMENT).asString());
        payment.put(STATUS, succeeded ? "succeeded" : "requires_payment_method");
        session.put("payment_status", succeeded ? "paid" : "unpaid");
        changed(
                session,
                succeeded ? "checkout.session.async_payment_succeeded" : "checkout.session.async_payment_failed");
    }

    synchronized void changeAmount(String id, long amount) {
        objects.get(objects.accountOf(id), id).put("amount_total", amount);
        objects.save();
    }

    synchronized String paymentOf(String sessionId) {
        return objects.get(objects.accountOf(sessionId), sessionId)
                .path(PAYMENT)
                .asString();
    }

    synchronized ObjectNode object(String account, String id) {
        return objects.get(account, id);
    }

    /** Every event not yet delivered goes out now. */
    synchronized void deliverAll() {
        objects.undelivered().forEach(event -> webhooks.send(event, this::delivered));
    }

    synchronized int undelivered() {
        return objects.undelivered().size();
    }

    private void complete(ObjectNode session, String paymentStatus, String status) {
        String account = objects.accountOf(session.path("id").asString());
        JsonNode amount = session.path("amount_total");
        JsonNode metadata = session.path("payment_metadata");
        ObjectNode payment = newObject("pi_sim_", PAYMENT).put(STATUS, status);
        ObjectNode charge = newObject("ch_sim_", "charge")
                .put(STATUS, "succeeded")
                .put("paid", true)
                .put("amount_refunded", 0L)
                .put("refunded", false)
                .put("disputed", false)
                .put(PAYMENT, payment.path("id").asString());
        for (ObjectNode object : new ObjectNode[] {payment, charge}) {
            object.set("amount", amount);
            object.set("currency", session.path("currency"));
            object.set("metadata", metadata);
            objects.put(account, object);
        }
        payment.put("latest_charge", charge.path("id").asString());
        session.put(STATUS, "complete")
                .put("payment_status", paymentStatus)
                .put(PAYMENT, payment.path("id").asString());
    }

    void changed(ObjectNode object, String type) {
        String account = objects.accountOf(object.path("id").asString());
        ObjectNode event = newObject("evt_sim_", "event").put("type", type).put("api_version", Stripe.API_VERSION);
        if (!account.isEmpty()) {
            event.put("account", account);
        }
        event.putObject("data").set("object", object.deepCopy());
        objects.addUndelivered(event);
        if (!webhooks.holds()) {
            webhooks.send(event, this::delivered);
        }
    }

    private synchronized void delivered(String eventId) {
        objects.removeUndelivered(eventId);
    }

    ObjectNode newObject(String prefix, String kind) {
        String id = prefix + UUID.randomUUID().toString().replace("-", "");
        return JSON.createObjectNode()
                .put("id", id)
                .put("object", kind)
                .put("created", now())
                .put("livemode", false);
    }

    private static void copyMetadata(Form form, String name, ObjectNode metadata) {
        for (Map.Entry<String, String> entry : form.values().entrySet()) {
            if (entry.getKey().startsWith(name + "[")) {
                metadata.put(
                        entry.getKey()
                                .substring(name.length() + 1, entry.getKey().length() - 1),
                        entry.getValue());
            }
        }
    }

    private static boolean isOpen(ObjectNode session) {
        return session.path(STATUS).asString().equals("open");
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}

package io.heliograph.purchases.stripe.simulator;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Connected accounts: those that were opened here, as far as their owners have come; and any other named
 * {@code acct_sim_…}, which is there and may be paid unless it was closed.
 */
final class SimulatedAccounts {

    private static final String PREFIX = "acct_sim_";
    private static final String OPENED = PREFIX + "opened_";
    private static final String SUBMITTED = "details_submitted";
    private static final String CHARGES = "charges_enabled";
    private static final String PAYOUTS = "payouts_enabled";

    private final SimulatedObjects objects;
    private final SimulatedStripe stripe;
    private final Set<String> closed = ConcurrentHashMap.newKeySet();

    SimulatedAccounts(SimulatedObjects objects, SimulatedStripe stripe) {
        this.objects = objects;
        this.stripe = stripe;
    }

    /** A new account, whose owner has answered nothing yet. */
    ObjectNode open(Form form) {
        ObjectNode account = stripe.newObject(OPENED, "account")
                .put("type", form.get("type"))
                .put(CHARGES, false)
                .put(PAYOUTS, false)
                .put(SUBMITTED, false);
        objects.put(account.path("id").asString(), account);
        return account;
    }

    /** The page of Stripe's questions to the owner of an account, with the ways back from it. */
    ObjectNode link(Form form, String baseUrl) {
        String account = form.get("account");
        get(account);
        ObjectNode link = stripe.newObject("alnk_sim_", "account_link")
                .put("account", account)
                .put("return_url", form.get("return_url"))
                .put("refresh_url", form.get("refresh_url"));
        link.put("url", baseUrl + "/connect/" + link.path("id").asString());
        objects.put("", link);
        return link;
    }

    /** What the owner has answered, and whether Stripe is content with it; the webhooks are told. */
    void answered(String account, boolean accepted) {
        ObjectNode opened = get(account);
        opened.put(SUBMITTED, true).put(CHARGES, accepted).put(PAYOUTS, accepted);
        if (account.startsWith(OPENED)) {
            objects.save();
            stripe.changed(opened, "account.updated");
        }
    }

    void close(String account) {
        closed.add(account);
    }

    void open(String account) {
        closed.remove(account);
    }

    /** The account of a request, empty for the platform's own. */
    String check(String account) {
        if (!account.isEmpty() && !isOpen(account)) {
            throw new ApiError(403, "account_invalid", "The key does not have access to account '" + account + "'");
        }
        return account;
    }

    ObjectNode get(String account) {
        if (account.startsWith(OPENED)) {
            return objects.get(account, account);
        }
        if (!account.startsWith(PREFIX)) {
            throw ApiError.missing(account);
        }
        return JsonMapper.shared()
                .createObjectNode()
                .put("id", account)
                .put("object", "account")
                .put("type", "standard")
                .put(CHARGES, isOpen(account))
                .put(PAYOUTS, isOpen(account))
                .put(SUBMITTED, true);
    }

    private boolean isOpen(String account) {
        return account.startsWith(PREFIX) && !closed.contains(account);
    }
}

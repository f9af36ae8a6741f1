package io.heliograph.purchases.stripe.simulator;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Connected accounts: any named {@code acct_sim_…} is there and may be paid, unless it was closed. */
final class SimulatedAccounts {

    private static final String PREFIX = "acct_sim_";

    private final Set<String> closed = ConcurrentHashMap.newKeySet();

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
        if (!account.startsWith(PREFIX)) {
            throw ApiError.missing(account);
        }
        return JsonMapper.shared()
                .createObjectNode()
                .put("id", account)
                .put("object", "account")
                .put("type", "standard")
                .put("charges_enabled", isOpen(account))
                .put("payouts_enabled", isOpen(account))
                .put("details_submitted", true);
    }

    private boolean isOpen(String account) {
        return account.startsWith(PREFIX) && !closed.contains(account);
    }
}

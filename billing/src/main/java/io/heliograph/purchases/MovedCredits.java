package io.heliograph.purchases;

import io.heliograph.ledger.Credits;
import io.heliograph.ledger.Transfer;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What the ledger's transfers did for one purchase: added up from them, one by one. */
final class MovedCredits {

    private final UUID tenantId;
    private final Map<String, Credits> takenBack = new HashMap<>();
    private final Map<String, Credits> givenBack = new HashMap<>();
    private Credits given = Credits.ZERO;
    private int gifts;
    private int transfers;

    MovedCredits(UUID tenantId) {
        this.tenantId = tenantId;
    }

    void add(Transfer transfer) {
        transfers++;
        switch (transfer.kind()) {
            case PURCHASE -> {
                gifts++;
                given = given.plus(transfer.amount());
            }
            case PURCHASE_REVERSAL -> takenBack.merge(stripeId(transfer.key()), transfer.amount(), Credits::plus);
            case PURCHASE_REINSTATED -> givenBack.merge(stripeId(transfer.key()), transfer.amount(), Credits::plus);
            case ALLOCATION,
                    TAKE_BACK,
                    CHARGE,
                    REFUND,
                    LOOKUP_CHARGE,
                    LOOKUP_REFUND,
                    MARGIN,
                    MARGIN_REVERSAL,
                    MARGIN_SWEEP -> throw new IllegalArgumentException("Not of a purchase: " + transfer.kind());
        }
    }

    UUID tenantId() {
        return tenantId;
    }

    int transfers() {
        return transfers;
    }

    /** How many transfers gave the bought credits; one is right. */
    int gifts() {
        return gifts;
    }

    Credits given() {
        return given;
    }

    Credits tookBackBy(String stripeId) {
        return takenBack.getOrDefault(stripeId, Credits.ZERO);
    }

    Credits gaveBackAfter(String stripeId) {
        return givenBack.getOrDefault(stripeId, Credits.ZERO);
    }

    /** The second part of {@code reversal:re_1:2} and {@code reinstated:dp_1}, as {@link Clawbacks} writes keys. */
    private static String stripeId(String key) {
        String[] parts = key.split(":", -1);
        return parts.length > 1 ? parts[1] : "";
    }
}

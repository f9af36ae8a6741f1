package io.heliograph.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A movement of credits from one account to another.
 *
 * @param tenantId whose business it is: for charges, refunds and sweeps the owner of the wallet
 * @param key unique among the tenant's transfers, at most 120 characters, so that a replay is found out
 * @param amount above zero
 * @param referenceId the submission, message, payment or the like that caused it
 * @param note for people to read, at most 200 characters
 * @param actorId the user who did it by hand
 */
public record Transfer(
        UUID tenantId,
        String key,
        TransferKind kind,
        Account from,
        Account to,
        Credits amount,
        @Nullable UUID referenceId,
        @Nullable String note,
        @Nullable UUID actorId) {

    private static final int MAX_KEY = 120;
    private static final int MAX_NOTE = 200;

    public Transfer {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("A transfer moves more than 0 credits, not " + amount);
        }
        if (from.equals(to)) {
            throw new IllegalArgumentException("A transfer needs two accounts, not twice " + from);
        }
        if (key.isBlank() || key.length() > MAX_KEY) {
            throw new IllegalArgumentException("A transfer's key has 1 to " + MAX_KEY + " characters: " + key);
        }
        if (note != null && note.length() > MAX_NOTE) {
            throw new IllegalArgumentException("A transfer's note has at most " + MAX_NOTE + " characters");
        }
    }

    /** A transfer that no person made and that needs no words. */
    public Transfer(
            UUID tenantId,
            String key,
            TransferKind kind,
            Account from,
            Account to,
            Credits amount,
            @Nullable UUID referenceId) {
        this(tenantId, key, kind, from, to, amount, referenceId, null, null);
    }
}

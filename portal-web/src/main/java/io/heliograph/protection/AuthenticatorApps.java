package io.heliograph.protection;

import io.heliograph.audit.Act;
import io.heliograph.audit.AuditLog;
import io.heliograph.audit.NewEntry;
import io.heliograph.db.Transactions;
import io.heliograph.tenants.User;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.codec.binary.Base32;
import org.springframework.stereotype.Component;

/**
 * Authenticator apps: a code of six digits, new every 30 seconds (RFC 6238). The code before and after are taken too, for
 * clocks that are off; each code works once, on all nodes together.
 */
@Component
public class AuthenticatorApps {

    private static final int SEED_BYTES = 20;

    private final SecureRandom random = new SecureRandom();
    private final AppRows rows;
    private final TimeCodes codes;
    private final RecoveryCodes recovery;
    private final AuditLog audit;
    private final Transactions transactions;
    private final Clock clock;

    AuthenticatorApps(
            AppRows rows,
            TimeCodes codes,
            RecoveryCodes recovery,
            AuditLog audit,
            Transactions transactions,
            Clock clock) {
        this.rows = rows;
        this.codes = codes;
        this.recovery = recovery;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * The seed to put into an app, in base 32: a new one, or the one that waits for its first code.
     *
     * @return empty when the person has an app already
     */
    public Optional<String> seed(UUID userId) {
        byte[] fresh = new byte[SEED_BYTES];
        random.nextBytes(fresh);
        return transactions.call(() -> {
            rows.insertIfMissing(userId, new Base32().encodeToString(fresh), clock.instant());
            return rows.find(userId).filter(app -> !app.confirmed()).map(AppRows.App::seed);
        });
    }

    /** Whether the person has one that they confirmed. */
    public boolean has(UUID userId) {
        return rows.find(userId).filter(AppRows.App::confirmed).isPresent();
    }

    /** Takes the first code of a new app, and so switches it on; false when it does not fit. */
    public boolean confirm(User user, String code) {
        return transactions.call(() -> {
            boolean right = rows.find(user.id())
                    .filter(app -> !app.confirmed())
                    .filter(app -> takes(user.id(), app, code))
                    .isPresent();
            if (right) {
                rows.confirm(user.id(), clock.instant());
                audit.write(new NewEntry(user.tenantId(), Act.APP_ADDED, user.id(), user.name()));
            }
            return right;
        });
    }

    /** Whether this is a code of the person's app that was not used yet. */
    public boolean check(UUID userId, String code) {
        return transactions.call(() -> rows.find(userId)
                .filter(AppRows.App::confirmed)
                .filter(app -> takes(userId, app, code))
                .isPresent());
    }

    /** Takes the app away, and the recovery codes with the last second step. */
    public void remove(User user) {
        transactions.run(() -> {
            if (rows.delete(user.id())) {
                recovery.dropWithoutStep(user.id());
                audit.write(new NewEntry(user.tenantId(), Act.APP_REMOVED, user.id(), user.name()));
            }
        });
    }

    private boolean takes(UUID userId, AppRows.App app, String code) {
        return codes.step(app.seed(), code).stream().anyMatch(step -> rows.useStep(userId, step));
    }
}

package io.heliograph.email;

import io.heliograph.audit.Act;
import io.heliograph.audit.AuditLog;
import io.heliograph.audit.NewEntry;
import io.heliograph.db.Transactions;
import io.heliograph.secrets.Sha256;
import io.heliograph.tenants.Tenants;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Addresses for those who cannot sign in, such as a customer's own mail server: {@code <number>.<secret>@<domain>}. Whoever
 * knows one sends on its customer's account, so it is shown once, kept as SHA-256 and can be replaced.
 */
@Component
public class SecretAddresses {

    /** How long a replaced address goes on working. */
    public static final Duration OVERLAP = Duration.ofDays(1);

    private static final SecureRandom RANDOM = new SecureRandom();

    /** 26 of 32 letters are 130 bits; small ones, as mail servers may change capitals. */
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";

    private static final int LENGTH = 26;

    private final SecretRows rows;
    private final Tenants tenants;
    private final AuditLog audit;
    private final Transactions transactions;
    private final Clock clock;

    SecretAddresses(SecretRows rows, Tenants tenants, AuditLog audit, Transactions transactions, Clock clock) {
        this.rows = rows;
        this.tenants = tenants;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Those of a customer that work, the newest first. */
    public List<SecretAddress> working(UUID tenantId) {
        return rows.working(tenantId, clock.instant());
    }

    /** Makes a secret in place of the one before, which works for {@link #OVERLAP} more. It is in the answer and nowhere else. */
    public String replace(UUID tenantId) {
        StringBuilder secret = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            secret.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        Instant now = clock.instant();
        transactions.run(() -> {
            rows.end(tenantId, now.plus(OVERLAP));
            rows.insert(tenantId, Sha256.of(secret.toString()), now);
            audit.write(entry(tenantId, Act.EMAIL_ADDRESS_MADE));
        });
        return secret.toString();
    }

    /** Ends all of a customer at once. */
    public void close(UUID tenantId) {
        audit.with(entry(tenantId, Act.EMAIL_ADDRESS_CLOSED), () -> rows.end(tenantId, clock.instant()));
    }

    private NewEntry entry(UUID tenantId, Act act) {
        return new NewEntry(tenantId, act, tenantId, tenants.get(tenantId).name());
    }

    /** Whose secret this is, capitals aside; empty for one that does not work. */
    public Optional<UUID> owner(String secret) {
        return secret.length() == LENGTH
                ? rows.owner(Sha256.of(secret.toLowerCase(Locale.ROOT)), clock.instant())
                : Optional.empty();
    }
}

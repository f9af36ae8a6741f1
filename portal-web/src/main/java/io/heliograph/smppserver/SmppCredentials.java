package io.heliograph.smppserver;

import io.heliograph.audit.Act;
import io.heliograph.audit.AuditLog;
import io.heliograph.audit.NewEntry;
import io.heliograph.db.RowIds;
import io.heliograph.db.Transactions;
import io.heliograph.secrets.Secrets;
import io.heliograph.tenants.Tenants;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Credentials for SMPP: made here, shown once, kept as a keyed hash. */
@Component
public class SmppCredentials {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Without letters and digits that are taken for each other. */
    private static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";

    private static final int PASSWORD_LENGTH = 8;
    private static final int STEM_LENGTH = 10;
    private static final int TAIL_LENGTH = 4;
    private static final String PURPOSE = "smpp-password";

    private final SmppCredentialRows rows;
    private final Secrets secrets;
    private final Tenants tenants;
    private final AuditLog audit;
    private final Transactions transactions;
    private final Clock clock;

    SmppCredentials(
            SmppCredentialRows rows,
            Secrets secrets,
            Tenants tenants,
            AuditLog audit,
            Transactions transactions,
            Clock clock) {
        this.rows = rows;
        this.secrets = secrets;
        this.tenants = tenants;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Makes a credential. Its password is in the answer and nowhere else.
     *
     * @param name what it is for, 1 to 60 characters
     */
    public IssuedSmppCredential create(UUID tenantId, String name, SmppLimits limits, @Nullable UUID createdBy) {
        String stem = stem(tenants.get(tenantId).name());
        return transactions.call(() -> {
            String systemId = stem + "-" + letters(TAIL_LENGTH);
            while (rows.isTaken(systemId)) {
                systemId = stem + "-" + letters(TAIL_LENGTH);
            }
            return issue(tenantId, name, systemId, letters(PASSWORD_LENGTH), limits, createdBy);
        });
    }

    /** Makes one with a system id and password that are known: for the sandbox. One that is there stays. */
    public void createKnown(UUID tenantId, String name, String systemId, String password) {
        transactions.run(() -> {
            if (!rows.isTaken(systemId)) {
                issue(tenantId, name, systemId, password, SmppLimits.STANDARD, null);
            }
        });
    }

    /** All of a tenant, revoked ones too, oldest first. */
    public List<SmppCredential> ofTenant(UUID tenantId) {
        return rows.ofTenant(tenantId);
    }

    /** The credential of that tenant; otherwise {@link NoSuchSmppCredentialException}, which is a 404. */
    public SmppCredential get(UUID tenantId, UUID id) {
        return rows.find(tenantId, id).orElseThrow(NoSuchSmppCredentialException::new);
    }

    /**
     * Gives a credential another name and other limits. The rate holds within seconds; the rest for sessions that are
     * bound from now on.
     *
     * @param name what it is for, 1 to 60 characters
     */
    public void change(UUID tenantId, UUID id, String name, SmppLimits limits) {
        transactions.run(() -> {
            SmppCredential before = getWorking(tenantId, id);
            rows.change(tenantId, id, name.strip(), limits);
            SmppCredential now = get(tenantId, id);
            if (!now.name().equals(before.name())) {
                audit.write(entry(Act.SMPP_RENAMED, now, before.name()));
            }
            if (!limits.numbers().equals(before.limits().numbers())) {
                audit.write(entry(Act.SMPP_LIMITS_CHANGED, now, limits.numbers()));
            }
            if (!limits.addresses().equals(before.limits().addresses())) {
                audit.write(entry(
                        Act.SMPP_ADDRESSES_CHANGED, now, limits.addresses().write()));
            }
        });
    }

    /** Makes a new password; the one before binds no more, and sessions that it has bound stay. */
    public IssuedSmppCredential rotate(UUID tenantId, UUID id) {
        String password = letters(PASSWORD_LENGTH);
        return transactions.call(() -> {
            SmppCredential credential = getWorking(tenantId, id);
            rows.password(tenantId, id, hash(credential.systemId(), password));
            audit.write(entry(Act.SMPP_PASSWORD_MADE, credential, credential.systemId()));
            return new IssuedSmppCredential(credential, password);
        });
    }

    /** Ends a credential for good; its sessions are ended within seconds. */
    public void revoke(UUID tenantId, UUID id) {
        SmppCredential credential = get(tenantId, id);
        audit.with(entry(Act.SMPP_REVOKED, credential, credential.systemId()), () -> rows.revoke(tenantId, id));
    }

    /** The credential of that tenant, unless it is revoked; otherwise {@link NoSuchSmppCredentialException}. */
    public SmppCredential getWorking(UUID tenantId, UUID id) {
        return rows.find(tenantId, id)
                .filter(credential -> credential.revokedAt() == null)
                .orElseThrow(NoSuchSmppCredentialException::new);
    }

    /** The credential with this system id and password; empty for wrong ones and revoked ones alike. */
    Optional<SmppCredential> authenticate(String systemId, String password) {
        return rows.bySystemId(systemId, hash(systemId, password));
    }

    private IssuedSmppCredential issue(
            UUID tenantId, String name, String systemId, String password, SmppLimits limits, @Nullable UUID createdBy) {
        SmppCredential credential = new SmppCredential(
                tenantId, RowIds.next(), name.strip(), systemId, limits, clock.instant(), null, null, null, null);
        rows.insert(credential, hash(systemId, password), createdBy);
        audit.write(entry(Act.SMPP_MADE, credential, systemId));
        return new IssuedSmppCredential(credential, password);
    }

    private static NewEntry entry(Act act, SmppCredential credential, String detail) {
        return new NewEntry(credential.tenantId(), act, credential.id(), credential.name(), detail);
    }

    /** The same password of two credentials has two hashes. */
    private byte[] hash(String systemId, String password) {
        return secrets.fingerprint(PURPOSE, systemId + '\0' + password);
    }

    /** The first word of a tenant's name, as people read it out. */
    private static String stem(String tenantName) {
        String word =
                tenantName.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 ]", "").strip();
        String first = word.isEmpty() ? "smpp" : word.replaceAll(" .*", "");
        return first.substring(0, Math.min(first.length(), STEM_LENGTH));
    }

    private static String letters(int count) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < count; i++) {
            letters.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return letters.toString();
    }
}

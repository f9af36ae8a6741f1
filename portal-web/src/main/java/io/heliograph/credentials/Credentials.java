package io.heliograph.credentials;

import io.heliograph.audit.Act;
import io.heliograph.audit.AuditLog;
import io.heliograph.audit.NewEntry;
import io.heliograph.db.RowIds;
import io.heliograph.db.Transactions;
import io.heliograph.tenants.Tenants;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** API credentials of tenants (design 8): generated, 256 bits, shown once, kept as SHA-256. */
@Component
public class Credentials {

    private final CredentialRows rows;
    private final KnownCredentials known;
    private final CallLog calls;
    private final Tenants tenants;
    private final AuditLog audit;
    private final Transactions transactions;
    private final Clock clock;

    Credentials(
            CredentialRows rows,
            KnownCredentials known,
            CallLog calls,
            Tenants tenants,
            AuditLog audit,
            Transactions transactions,
            Clock clock) {
        this.rows = rows;
        this.known = known;
        this.calls = calls;
        this.tenants = tenants;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Who calls with this username and secret; empty for wrong ones, revoked ones and suspended tenants alike. Takes
     * microseconds; a revocation or suspension holds within two seconds.
     */
    public Optional<Caller> authenticate(String username, String secret) {
        Optional<Caller> caller = known.find(username)
                .filter(credential -> credential.hasHash(SecretText.hash(secret)))
                .map(KnownCredential::caller);
        caller.ifPresent(calls::used);
        return caller;
    }

    /**
     * Keeps a refused call for its developer, in the background.
     *
     * @param path such as {@code /bulksms}
     * @param code as it was answered, up to 8 characters
     * @param reason in words, without the password or the text; more than 300 characters are cut
     */
    public void refused(Caller caller, String path, String code, String reason) {
        calls.refused(caller, path, code, reason);
    }

    /** The newest refused calls of a tenant first; those of the last second may not be in it yet. */
    public List<RefusedCall> refusals(UUID tenantId, int limit) {
        return calls.latest(tenantId, limit);
    }

    /**
     * Makes a credential. Its secret is in the answer and nowhere else.
     *
     * @param name what it is for, 1 to 60 characters
     */
    public IssuedCredential create(UUID tenantId, String name, AnswerForm answerForm, @Nullable UUID createdBy) {
        String tenantName = tenants.get(tenantId).name();
        return transactions.call(() -> {
            String username = SecretText.username(tenantName);
            while (rows.isTaken(username)) {
                username = SecretText.username(tenantName);
            }
            return issue(tenantId, name, username, SecretText.secret(), answerForm, createdBy);
        });
    }

    /** Makes a credential with a username and secret that are known: for the sandbox. One that is there stays. */
    public void createKnown(UUID tenantId, String name, String username, String secret) {
        transactions.run(() -> {
            if (!rows.isTaken(username)) {
                issue(tenantId, name, username, secret, AnswerForm.OK, null);
            }
        });
    }

    /** All of a tenant, revoked ones too, oldest first. */
    public List<Credential> ofTenant(UUID tenantId) {
        return rows.ofTenant(tenantId);
    }

    /** The credential of that tenant; otherwise {@link NoSuchCredentialException}, which is a 404. */
    public Credential get(UUID tenantId, UUID id) {
        return rows.find(tenantId, id).orElseThrow(NoSuchCredentialException::new);
    }

    /** Ends a credential for good. */
    public void revoke(UUID tenantId, UUID id) {
        Credential credential = get(tenantId, id);
        audit.with(entry(Act.KEY_REVOKED, credential), () -> rows.revoke(tenantId, id, clock.instant()));
    }

    /** Changes how a success is answered. */
    public void changeAnswerForm(UUID tenantId, UUID id, AnswerForm form) {
        Credential credential = get(tenantId, id);
        audit.with(entry(Act.KEY_CHANGED, credential), () -> rows.answerForm(tenantId, id, form));
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void sweep() {
        known.sweep();
    }

    private IssuedCredential issue(
            UUID tenantId,
            String name,
            String username,
            String secret,
            AnswerForm answerForm,
            @Nullable UUID createdBy) {
        Credential credential = new Credential(
                RowIds.next(), tenantId, name.strip(), username, answerForm, createdBy, clock.instant(), null, null);
        rows.insert(credential, SecretText.hash(secret));
        audit.write(entry(Act.KEY_MADE, credential));
        return new IssuedCredential(credential, secret);
    }

    private static NewEntry entry(Act act, Credential credential) {
        return new NewEntry(credential.tenantId(), act, credential.id(), credential.name(), credential.username());
    }
}

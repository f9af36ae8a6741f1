package io.heliograph.credentials;

import io.heliograph.audit.Act;
import io.heliograph.audit.AuditLog;
import io.heliograph.audit.NewEntry;
import io.heliograph.db.RowIds;
import io.heliograph.db.Transactions;
import io.heliograph.tenants.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** API credentials of tenants: generated, 256 bits, shown once, kept as SHA-256. */
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

    /** As {@link #authenticate(String, String, String)} from an address that nobody knows: a credential with a list of addresses is refused. */
    public Optional<Caller> authenticate(String username, String secret) {
        return authenticate(username, secret, null);
    }

    /**
     * Who calls the compatible API with this username and secret; empty for wrong ones, revoked ones, those that are
     * over, suspended tenants and addresses that are not allowed alike. Takes microseconds; a revocation or suspension
     * holds within two seconds.
     *
     * @param address the caller's IP address
     */
    public Optional<Caller> authenticate(String username, String secret, @Nullable String address) {
        Optional<Caller> caller = known.find(CredentialKind.LOGIN, username)
                .filter(credential -> credential.hasSecret(secret, clock.instant()))
                .filter(credential -> credential.limits().addresses().allows(address))
                .map(KnownCredential::caller);
        caller.ifPresent(calls::used);
        return caller;
    }

    /** Whether this is a username with its secret, though its tenant may be suspended: to say why a sign-in was refused. */
    public boolean holds(String username, String secret) {
        return rows.known(CredentialKind.LOGIN, username)
                .filter(credential -> credential.hasSecret(secret, clock.instant()))
                .isPresent();
    }

    /** Whose username this is, unless revoked: to let its owner read of sign-ins that failed. */
    public Optional<UUID> owner(String username) {
        return rows.known(CredentialKind.LOGIN, username)
                .map(credential -> credential.caller().tenantId());
    }

    /**
     * The OAuth2 client of this id, without a check of its secret and address; empty for an unknown or revoked one, one
     * that is over, and suspended tenants. Fast, and as late as {@link #authenticate}.
     */
    public Optional<KnownCredential> client(String clientId) {
        return known.find(CredentialKind.CLIENT, clientId);
    }

    /** Notes that a caller who was checked called. */
    public void used(Caller caller) {
        calls.used(caller);
    }

    /**
     * Keeps a refused call for its developer, in the background.
     *
     * @param path such as {@code /bulksms}
     * @param code as it was answered
     * @param reason in words, without the password or the text; more than 300 characters are cut
     */
    public void refused(Caller caller, String path, String code, String reason) {
        refused(caller.tenantId(), caller.credentialId(), path, code, reason);
    }

    /**
     * As {@link #refused(Caller, String, String, String)}, for a credential of any kind.
     *
     * @param path up to 200 characters
     * @param code up to 40 characters
     */
    public void refused(UUID tenantId, UUID credentialId, String path, String code, String reason) {
        calls.refused(tenantId, credentialId, path, code, reason);
    }

    /** The newest refused calls of a tenant first; those of the last second may not be in it yet. */
    public List<RefusedCall> refusals(UUID tenantId, int limit) {
        return calls.latest(tenantId, limit);
    }

    /** Makes a login of the compatible API without limits, as {@link #create(UUID, NewCredential)}. */
    public IssuedCredential create(UUID tenantId, String name, AnswerForm answerForm, @Nullable UUID createdBy) {
        return create(tenantId, new NewCredential(CredentialKind.LOGIN, name, answerForm, Limits.NONE, createdBy));
    }

    /** Makes a credential. Its secret is in the answer and nowhere else. */
    public IssuedCredential create(UUID tenantId, NewCredential credential) {
        String tenantName = tenants.get(tenantId).name();
        return transactions.call(() -> {
            String username = SecretText.username(tenantName);
            while (rows.isTaken(username)) {
                username = SecretText.username(tenantName);
            }
            return issue(tenantId, credential, username, SecretText.secret());
        });
    }

    /** Makes a credential with a username and secret that are known: for the sandbox. One that is there stays. */
    public void createKnown(UUID tenantId, NewCredential credential, String username, String secret) {
        transactions.run(() -> {
            if (!rows.isTaken(username)) {
                issue(tenantId, credential, username, secret);
            }
        });
    }

    /** As {@link #createKnown(UUID, NewCredential, String, String)}, for a login of the compatible API. */
    public void createKnown(UUID tenantId, String name, String username, String secret) {
        createKnown(
                tenantId,
                new NewCredential(CredentialKind.LOGIN, name, AnswerForm.OK, Limits.NONE, null),
                username,
                secret);
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

    /** Gives a credential another name and other limits, from within two seconds. */
    public void change(UUID tenantId, UUID id, String name, Limits limits) {
        Credential credential = get(tenantId, id);
        audit.with(entry(Act.KEY_CHANGED, credential), () -> rows.change(tenantId, id, name.strip(), limits));
    }

    /**
     * Makes a new secret. The one before is good for {@code overlap} more, so that no call is refused while systems
     * change over; one from before that ends at once.
     */
    public IssuedCredential rotate(UUID tenantId, UUID id, Duration overlap) {
        String secret = SecretText.secret();
        return transactions.call(() -> {
            Credential credential = get(tenantId, id);
            if (!credential.works(clock.instant())) {
                throw new NoSuchCredentialException();
            }
            rows.replaceSecret(
                    tenantId, id, SecretText.hash(secret), clock.instant().plus(overlap));
            audit.write(entry(Act.KEY_SECRET_MADE, credential));
            return new IssuedCredential(get(tenantId, id), secret);
        });
    }

    /** Ends the secret before the present one now. */
    public void endOldSecret(UUID tenantId, UUID id) {
        Credential credential = get(tenantId, id);
        audit.with(entry(Act.KEY_CHANGED, credential), () -> rows.endOldSecret(tenantId, id));
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

    private IssuedCredential issue(UUID tenantId, NewCredential made, String username, String secret) {
        Credential credential = new Credential(
                RowIds.next(),
                tenantId,
                made.kind(),
                made.name(),
                username,
                made.answerForm(),
                made.limits(),
                null,
                made.createdBy(),
                clock.instant(),
                null,
                null);
        rows.insert(credential, SecretText.hash(secret));
        audit.write(entry(Act.KEY_MADE, credential));
        return new IssuedCredential(credential, secret);
    }

    private static NewEntry entry(Act act, Credential credential) {
        return new NewEntry(credential.tenantId(), act, credential.id(), credential.name(), credential.username());
    }
}

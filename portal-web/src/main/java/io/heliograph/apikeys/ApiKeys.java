package io.heliograph.apikeys;

import io.heliograph.audit.Act;
import io.heliograph.audit.AuditLog;
import io.heliograph.audit.NewEntry;
import io.heliograph.credentials.Limits;
import io.heliograph.db.RowIds;
import io.heliograph.db.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** API keys of tenants: generated, 256 bits, shown once, kept as SHA-256. */
@Component
public class ApiKeys {

    private final ApiKeyRows rows;
    private final AuditLog audit;
    private final Transactions transactions;
    private final Clock clock;

    ApiKeys(ApiKeyRows rows, AuditLog audit, Transactions transactions, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Makes a key. Its text is in the answer and nowhere else.
     *
     * @param name what it is for, 1 to 60 characters
     * @param limits what it may do, from where and until when
     * @param createdBy the person; null for none
     */
    public IssuedApiKey issue(UUID tenantId, String name, Limits limits, @Nullable UUID createdBy) {
        return transactions.call(() -> insert(tenantId, name.strip(), limits, createdBy));
    }

    /** All of a tenant, revoked ones too, oldest first. */
    public List<ApiKey> ofTenant(UUID tenantId) {
        return rows.ofTenant(tenantId);
    }

    /** The key of that tenant; otherwise {@link NoSuchApiKeyException}, which is a 404. */
    public ApiKey get(UUID tenantId, UUID id) {
        return rows.find(tenantId, id).orElseThrow(NoSuchApiKeyException::new);
    }

    /** Gives a key another name and other limits, from within two seconds. */
    public void change(UUID tenantId, UUID id, String name, Limits limits) {
        ApiKey key = get(tenantId, id);
        audit.with(entry(Act.KEY_CHANGED, key), () -> rows.change(tenantId, id, name.strip(), limits));
    }

    /** Ends a key for good, within two seconds. */
    public void revoke(UUID tenantId, UUID id) {
        ApiKey key = get(tenantId, id);
        audit.with(entry(Act.KEY_REVOKED, key), () -> rows.revoke(tenantId, id, clock.instant()));
    }

    /**
     * Makes a key of the same name and limits to take the place of another, which is good for {@code overlap} more, so
     * that no call is refused while systems change over.
     *
     * @throws NoSuchApiKeyException if there is none by this id, or it is revoked or over
     */
    public IssuedApiKey rotate(UUID tenantId, UUID id, Duration overlap, @Nullable UUID createdBy) {
        return transactions.call(() -> {
            ApiKey old = get(tenantId, id);
            if (!old.works(clock.instant())) {
                throw new NoSuchApiKeyException();
            }
            Limits limits = old.limits();
            Instant end = clock.instant().plus(overlap);
            Instant oldEnd = limits.expiresAt() == null || limits.expiresAt().isAfter(end) ? end : limits.expiresAt();
            audit.write(entry(Act.KEY_CHANGED, old));
            rows.change(tenantId, id, old.name(), new Limits(limits.scopes(), limits.addresses(), oldEnd));
            return insert(tenantId, old.name(), limits, createdBy);
        });
    }

    private IssuedApiKey insert(UUID tenantId, String name, Limits limits, @Nullable UUID createdBy) {
        String text = KeyText.generate();
        ApiKey key = new ApiKey(
                RowIds.next(), tenantId, name, KeyText.hint(text), limits, createdBy, clock.instant(), null, null);
        rows.insert(key, KeyText.hash(text));
        audit.write(entry(Act.KEY_MADE, key));
        return new IssuedApiKey(key, text);
    }

    private static NewEntry entry(Act act, ApiKey key) {
        return new NewEntry(key.tenantId(), act, key.id(), key.name(), key.hint());
    }
}

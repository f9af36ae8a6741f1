package io.heliograph.tenants;

import io.heliograph.audit.Act;
import io.heliograph.audit.AuditLog;
import io.heliograph.audit.NewEntry;
import io.heliograph.db.RowIds;
import io.heliograph.db.Transactions;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** The people of a tenant: who they are, their role, and whether they may sign in at all. */
@Component
public class Users {

    private final UserRows rows;
    private final AuditLog audit;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Users(UserRows rows, AuditLog audit, Transactions transactions, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** The people of a tenant, oldest first. */
    public List<User> ofTenant(UUID tenantId) {
        return rows.ofTenant(tenantId);
    }

    /** How many people these tenants have together, who could sign in or are invited. */
    public long count(Collection<UUID> tenantIds) {
        return rows.count(tenantIds);
    }

    /** The person of that tenant; otherwise {@link NoSuchUserException}, which is a 404. */
    public User get(UUID tenantId, UUID id) {
        return rows.find(tenantId, id).orElseThrow(NoSuchUserException::new);
    }

    /** Whoever has this id, in whichever tenant: for names in a history. */
    public Optional<User> find(UUID id) {
        return rows.find(id);
    }

    /** Whoever signs in with this e-mail address, in any case of letters. */
    public Optional<User> findByEmail(String email) {
        return rows.findByEmail(NewUser.normal(email));
    }

    /** The encoded password of somebody who is not disabled and has chosen one. */
    public Optional<String> encodedPassword(UUID id) {
        return rows.password(id);
    }

    /** Keeps when a person last signed in. */
    public void signedIn(UUID id) {
        transactions.run(() -> rows.signedIn(id, clock.instant()));
    }

    /**
     * A person with an encoded password, or without one yet: then they are invited first ({@link Invitations}).
     *
     * @throws EmailTakenException when the address is taken in any tenant
     */
    public User add(UUID tenantId, NewUser user, @Nullable String encodedPassword) {
        return transactions.call(() -> {
            UUID id = RowIds.next();
            try {
                rows.insert(tenantId, id, user, encodedPassword, clock.instant());
            } catch (DuplicateKeyException _) {
                throw new EmailTakenException();
            }
            return get(tenantId, id);
        });
    }

    /** Changes a role; {@link LastOwnerException} when nobody else would own the tenant. */
    public void changeRole(UUID tenantId, UUID id, Role role) {
        transactions.run(() -> {
            User user = get(tenantId, id);
            if (role != Role.OWNER) {
                keepAnOwner(user);
            }
            rows.changeRole(tenantId, id, role);
            audit.write(new NewEntry(tenantId, Act.ROLE_CHANGED, id, user.name(), role.name()));
        });
    }

    /** Changes in which time zone a person reads times; null for the tenant's. */
    public void changeZone(UUID tenantId, UUID id, @Nullable ZoneId zone) {
        transactions.run(() -> rows.changeZone(tenantId, get(tenantId, id).id(), zone));
    }

    /** Stops a person from signing in, now and in sessions they have; {@link LastOwnerException} as above. */
    public void disable(UUID tenantId, UUID id) {
        transactions.run(() -> {
            User user = get(tenantId, id);
            keepAnOwner(user);
            rows.disable(tenantId, id, clock.instant());
            audit.write(new NewEntry(tenantId, Act.PERSON_DISABLED, id, user.name()));
            events.publishEvent(new SignInsEnded(id));
        });
    }

    /** Lets a disabled person sign in again. */
    public void enable(UUID tenantId, UUID id) {
        transactions.run(() -> {
            User user = get(tenantId, id);
            rows.disable(tenantId, id, null);
            audit.write(new NewEntry(tenantId, Act.PERSON_ENABLED, id, user.name()));
        });
    }

    private void keepAnOwner(User user) {
        boolean counts = user.role() == Role.OWNER && user.disabledAt() == null && !user.invited();
        if (counts && rows.countOwners(user.tenantId()) < 2) {
            throw new LastOwnerException();
        }
    }
}

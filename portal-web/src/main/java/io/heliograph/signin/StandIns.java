package io.heliograph.signin;

import io.heliograph.audit.Act;
import io.heliograph.audit.AuditLog;
import io.heliograph.audit.NewEntry;
import io.heliograph.tenants.NoSuchUserException;
import io.heliograph.tenants.Tenant;
import io.heliograph.tenants.TenantKind;
import io.heliograph.tenants.Tenants;
import io.heliograph.tenants.User;
import io.heliograph.tenants.Users;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Signing in as somebody below oneself in the tree, for an hour: to see what they see. It is shown on every page and
 * audited with both people, and cannot send, pay, see keys or change anything ({@link Permission}, {@link InPerson}).
 */
@Component
public class StandIns {

    static final Duration LONGEST = Duration.ofHours(1);

    private final Principals principals;
    private final Tenants tenants;
    private final Users users;
    private final SigningIn signingIn;
    private final AuditLog audit;
    private final Clock clock;

    StandIns(Principals principals, Tenants tenants, Users users, SigningIn signingIn, AuditLog audit, Clock clock) {
        this.principals = principals;
        this.tenants = tenants;
        this.users = users;
        this.signingIn = signingIn;
        this.audit = audit;
        this.clock = clock;
    }

    /** The person that could be signed in as; a 404 for a tenant that is not below, and for who cannot sign in themselves. */
    public User target(SignedIn who, UUID tenantId, UUID userId) {
        Tenant below = tenants.within(who.tenantId(), tenantId);
        User user = users.get(below.id(), userId);
        return replacement(who, user.id()).map(_ -> user).orElseThrow(NoSuchUserException::new);
    }

    /** Goes on as that person in this session; a 404 as above. */
    public void begin(SignedIn who, UUID tenantId, UUID userId) {
        User user = target(who, tenantId, userId);
        SignedIn other = replacement(who, user.id()).orElseThrow(NoSuchUserException::new);
        StandIn standIn = new StandIn(
                who.userId(),
                who.tenantId(),
                who.name(),
                who.tenantName(),
                clock.instant().plus(LONGEST));
        audit.write(new NewEntry(tenantId, Act.STOOD_IN, user.id(), user.name()));
        signingIn.keep(token().as(other.with(standIn)));
    }

    /** Is oneself again; nothing for whoever is already. */
    public void leave(SignedIn who) {
        StandIn standIn = who.standIn();
        if (standIn != null) {
            SignedIn self = principals.current(standIn.userId()).orElseThrow(NoSuchUserException::new);
            audit.write(new NewEntry(who.tenantId(), Act.STAND_IN_LEFT, who.userId(), who.name()));
            signingIn.keep(token().as(self));
        }
    }

    /** The person as they are now, still stood in for; whoever stands in, when that is over; nobody, if they are gone. */
    Optional<SignedIn> current(SignedIn was) {
        StandIn standIn = Objects.requireNonNull(was.standIn());
        Optional<SignedIn> self = principals.current(standIn.userId());
        if (self.isEmpty() || !clock.instant().isBefore(standIn.until())) {
            return self;
        }
        return replacement(self.get(), was.userId())
                .map(other -> other.with(standIn))
                .or(() -> self);
    }

    /** The person whom this one may sign in as: strictly below, and able to sign in themselves. */
    private Optional<SignedIn> replacement(SignedIn who, UUID userId) {
        boolean may = who.may(Permission.MANAGE) && who.tenantKind() != TenantKind.CUSTOMER;
        return may
                ? principals
                        .current(userId)
                        .filter(other -> !other.tenantId().equals(who.tenantId()))
                        .filter(other -> tenants.isWithin(who.tenantId(), other.tenantId()))
                : Optional.empty();
    }

    private static SignInToken token() {
        return (SignInToken)
                Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
    }
}

package io.heliograph.signin;

import io.heliograph.audit.Act;
import io.heliograph.audit.Actor;
import io.heliograph.audit.AuditLog;
import io.heliograph.audit.NewEntry;
import io.heliograph.tenants.Tenants;
import io.heliograph.tenants.User;
import io.heliograph.tenants.Users;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes down who came in, and who was refused: nobody of them is in the security context yet. */
@Component
class SignInRecords {

    private final Users users;
    private final Tenants tenants;
    private final AuditLog audit;

    SignInRecords(Users users, Tenants tenants, AuditLog audit) {
        this.users = users;
        this.tenants = tenants;
        this.audit = audit;
    }

    /** Keeps the time, and writes it down with the factor and address. */
    void signedIn(SignedIn who, String factor, String address) {
        Actor actor = new Actor(new Actor.Person(who.userId(), who.tenantId(), who.name()), null, address);
        audit.with(
                new NewEntry(who.tenantId(), Act.SIGNED_IN, who.userId(), who.name(), factor),
                actor,
                () -> users.signedIn(who.userId()));
    }

    /** For an account that there is, its tenant reads of it; for an address that nobody has, the operator. */
    void refused(String email, String address) {
        Actor nobody = new Actor(null, null, address);
        Optional<User> user = users.findByEmail(email);
        if (user.isPresent()) {
            User known = user.get();
            audit.write(new NewEntry(known.tenantId(), Act.SIGN_IN_REFUSED, known.id(), known.email()), nobody);
        } else if (email.contains("@")) {
            tenants.operator()
                    .ifPresent(operator ->
                            audit.write(new NewEntry(operator.id(), Act.SIGN_IN_REFUSED, null, email), nobody));
        }
    }
}

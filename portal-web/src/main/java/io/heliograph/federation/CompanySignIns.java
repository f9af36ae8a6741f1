package io.heliograph.federation;

import io.heliograph.audit.Act;
import io.heliograph.audit.AuditLog;
import io.heliograph.audit.NewEntry;
import io.heliograph.db.Transactions;
import io.heliograph.federation.CompanySignInResult.Known;
import io.heliograph.federation.CompanySignInResult.Reason;
import io.heliograph.federation.CompanySignInResult.Refused;
import io.heliograph.tenants.EmailTakenException;
import io.heliograph.tenants.NewUser;
import io.heliograph.tenants.Role;
import io.heliograph.tenants.Tenants;
import io.heliograph.tenants.User;
import io.heliograph.tenants.Users;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Which person a company's account is. It is found by issuer and subject alone, never by e-mail address; an account that
 * is there already is linked by its owner while signed in; only a new person with a confirmed address of an allowed domain
 * is let in without, into the provider's own tenant.
 */
@Component
public class CompanySignIns {

    private static final int NAME_LENGTH = 80;
    private static final int SECRET_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final IdentityRows rows;
    private final Users users;
    private final Tenants tenants;
    private final PasswordEncoder passwords;
    private final AuditLog audit;
    private final Transactions transactions;
    private final Clock clock;

    CompanySignIns(
            IdentityRows rows,
            Users users,
            Tenants tenants,
            PasswordEncoder passwords,
            AuditLog audit,
            Transactions transactions,
            Clock clock) {
        this.rows = rows;
        this.users = users;
        this.tenants = tenants;
        this.passwords = passwords;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Signs in: finds the person, or lets a new one in. */
    public CompanySignInResult signIn(CompanyProvider provider, OidcUser account) {
        Optional<User> known = rows.userOf(identity(provider, account))
                .flatMap(users::find)
                .filter(user -> tenants.isWithin(provider.tenantId(), user.tenantId()));
        return known.<CompanySignInResult>map(user -> new Known(user.id(), isTwofold(account)))
                .orElseGet(() -> newcomer(provider, account));
    }

    /** Links the account with whoever is signed in, who must be in the provider's tree. */
    public CompanySignInResult link(CompanyProvider provider, OidcUser account, User user) {
        if (!tenants.isWithin(provider.tenantId(), user.tenantId())) {
            return new Refused(Reason.NOT_ALLOWED);
        }
        Identity identity = identity(provider, account);
        try {
            audit.with(
                    new NewEntry(user.tenantId(), Act.COMPANY_ACCOUNT_LINKED, user.id(), user.name(), identity.email()),
                    () -> rows.insert(identity, user.id(), clock.instant()));
            return new Known(user.id(), isTwofold(account));
        } catch (DuplicateKeyException _) {
            return new Refused(Reason.LINKED_ALREADY);
        }
    }

    /** The address of the linked account, if one is. */
    public Optional<String> linked(UUID providerTenantId, UUID userId) {
        return rows.emailOf(providerTenantId, userId);
    }

    /** Ends the link; the person signs in with a password from then on. */
    public void unlink(UUID providerTenantId, User user) {
        transactions.run(() -> {
            String email = rows.emailOf(providerTenantId, user.id()).orElse("");
            if (rows.delete(providerTenantId, user.id())) {
                audit.write(new NewEntry(user.tenantId(), Act.COMPANY_ACCOUNT_UNLINKED, user.id(), user.name(), email));
            }
        });
    }

    private CompanySignInResult newcomer(CompanyProvider provider, OidcUser account) {
        String email = Objects.requireNonNullElse(account.getEmail(), "").strip();
        if (email.isEmpty() || !Boolean.TRUE.equals(account.getEmailVerified())) {
            return new Refused(Reason.NOT_ALLOWED);
        }
        if (users.findByEmail(email).isPresent()) {
            return new Refused(Reason.LINK_FIRST);
        }
        Role role = provider.newRole();
        if (role == null || !provider.allows(email)) {
            return new Refused(Reason.NOT_ALLOWED);
        }
        String unknown = unknownPassword();
        try {
            UUID userId = transactions.call(() -> {
                User user = users.add(provider.tenantId(), new NewUser(email, name(account, email), role), unknown);
                rows.insert(identity(provider, account), user.id(), clock.instant());
                audit.write(new NewEntry(
                        user.tenantId(), Act.PERSON_CAME_BY_COMPANY, user.id(), user.email(), role.name()));
                return user.id();
            });
            return new Known(userId, isTwofold(account));
        } catch (EmailTakenException | DuplicateKeyException _) {
            return new Refused(Reason.LINK_FIRST);
        }
    }

    /** Of 256 random bits that nobody keeps: the person signs in by the company, or sets one by mail. */
    private String unknownPassword() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Objects.requireNonNull(passwords.encode(Base64.getEncoder().encodeToString(bytes)));
    }

    private static Identity identity(CompanyProvider provider, OidcUser account) {
        String subject = Objects.requireNonNull(account.getSubject());
        String email = Objects.requireNonNullElse(account.getEmail(), subject);
        return new Identity(provider.tenantId(), provider.issuer(), subject, email);
    }

    /** RFC 8176: the provider's word for a sign-in with several factors. */
    private static boolean isTwofold(OidcUser account) {
        List<String> methods = account.getClaimAsStringList("amr");
        return methods != null && methods.contains("mfa");
    }

    private static String name(OidcUser account, String email) {
        String said = Objects.requireNonNullElse(account.getFullName(), "").strip();
        String name = said.isEmpty() ? email.substring(0, email.indexOf('@')) : said;
        return name.length() <= NAME_LENGTH ? name : name.substring(0, NAME_LENGTH);
    }
}

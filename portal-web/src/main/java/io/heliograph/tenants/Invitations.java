package io.heliograph.tenants;

import io.heliograph.audit.Act;
import io.heliograph.audit.AuditLog;
import io.heliograph.audit.NewEntry;
import io.heliograph.db.Transactions;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Invitations by mail: a link of seven days that works once, in which the person chooses a password. */
@Component
public class Invitations {

    private final Users users;
    private final UserRows rows;
    private final MailLinks links;
    private final TenantMails mails;
    private final PasswordEncoder passwords;
    private final AuditLog audit;
    private final Transactions transactions;

    Invitations(
            Users users,
            UserRows rows,
            MailLinks links,
            TenantMails mails,
            PasswordEncoder passwords,
            AuditLog audit,
            Transactions transactions) {
        this.users = users;
        this.rows = rows;
        this.links = links;
        this.mails = mails;
        this.passwords = passwords;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * Adds a person to a tenant and mails them a link.
     *
     * @throws EmailTakenException when the address is taken in any tenant
     */
    public User invite(UUID tenantId, NewUser person) {
        return transactions.call(() -> {
            User user = users.add(tenantId, person, null);
            invite(user);
            return user;
        });
    }

    /** Mails a new link to somebody who has not accepted yet; the earlier link stops working. */
    public void inviteAgain(UUID tenantId, UUID userId) {
        transactions.run(() -> {
            User user = users.get(tenantId, userId);
            if (user.invited()) {
                invite(user);
            }
        });
    }

    /** Who a link invites, while it works and they are not disabled. */
    public Optional<User> invited(String token) {
        return links.owner(token, LinkPurpose.INVITATION)
                .flatMap(users::find)
                .filter(user -> user.invited() && user.disabledAt() == null);
    }

    /**
     * Accepts an invitation with a password that keeps the rules ({@link PasswordRule}); false when the link is used or too old.
     *
     * @param name how the person wants to be called, 1 to 80 characters
     */
    public boolean accept(String token, String name, String password) {
        Optional<User> user = invited(token);
        if (user.isEmpty()) {
            return false;
        }
        String encoded = PasswordRule.encoded(password, user.get(), passwords);
        return transactions.call(() -> {
            boolean first = links.use(token, LinkPurpose.INVITATION);
            if (first) {
                rows.rename(user.get().id(), name.strip());
                rows.password(user.get().id(), encoded);
                audit.write(new NewEntry(
                        user.get().tenantId(),
                        Act.INVITATION_ACCEPTED,
                        user.get().id(),
                        name.strip()));
            }
            return first;
        });
    }

    private void invite(User user) {
        mails.invitation(user, links.issue(user.id(), LinkPurpose.INVITATION));
        audit.write(new NewEntry(
                user.tenantId(),
                Act.PERSON_INVITED,
                user.id(),
                user.email(),
                user.role().name()));
    }
}

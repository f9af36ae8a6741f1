package io.heliograph.tenants;

import io.heliograph.audit.Act;
import io.heliograph.audit.AuditLog;
import io.heliograph.audit.NewEntry;
import io.heliograph.db.Transactions;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** A new password: by mail, with a link of one hour that works once, or chosen by whoever is signed in. */
@Component
public class PasswordResets {

    private final Users users;
    private final UserRows rows;
    private final MailLinks links;
    private final TenantMails mails;
    private final PasswordEncoder passwords;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Transactions transactions;

    PasswordResets(
            Users users,
            UserRows rows,
            MailLinks links,
            TenantMails mails,
            PasswordEncoder passwords,
            AuditLog audit,
            ApplicationEventPublisher events,
            Transactions transactions) {
        this.users = users;
        this.rows = rows;
        this.links = links;
        this.mails = mails;
        this.passwords = passwords;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
    }

    /** Mails a link if there is such a person who can sign in; the caller cannot tell, and must not. */
    public void request(String email) {
        users.findByEmail(email)
                .filter(user -> !user.invited() && user.disabledAt() == null)
                .ifPresent(user -> audit.with(
                        new NewEntry(user.tenantId(), Act.PASSWORD_LINK_SENT, user.id(), user.name()),
                        () -> mails.newPassword(user, links.issue(user.id(), LinkPurpose.PASSWORD))));
    }

    /** Whose link it is, while it works. */
    public Optional<User> requester(String token) {
        return links.owner(token, LinkPurpose.PASSWORD).flatMap(users::find).filter(user -> user.disabledAt() == null);
    }

    /** Sets a password that keeps the rules, and ends the person's sessions; false when the link is used or too old. */
    public boolean reset(String token, String password) {
        Optional<User> user = requester(token);
        if (user.isEmpty()) {
            return false;
        }
        String encoded = PasswordRule.encoded(password, user.get(), passwords);
        return transactions.call(() -> {
            boolean first = links.use(token, LinkPurpose.PASSWORD);
            if (first) {
                set(user.get(), encoded);
            }
            return first;
        });
    }

    /** Sets a password that keeps the rules for somebody who is signed in, and ends all their sessions. */
    public void change(User user, String password) {
        String encoded = PasswordRule.encoded(password, user, passwords);
        transactions.run(() -> {
            links.withdraw(user.id(), LinkPurpose.PASSWORD);
            set(user, encoded);
        });
    }

    private void set(User user, String encoded) {
        rows.password(user.id(), encoded);
        audit.write(new NewEntry(user.tenantId(), Act.PASSWORD_CHANGED, user.id(), user.name()));
        events.publishEvent(new SignInsEnded(user.id()));
    }
}

package io.heliograph.tenants;

import io.heliograph.db.Transactions;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** A new password by mail: a link of one hour that works once. */
@Component
public class PasswordResets {

    private final Users users;
    private final UserRows rows;
    private final MailLinks links;
    private final TenantMails mails;
    private final PasswordEncoder passwords;
    private final ApplicationEventPublisher events;
    private final Transactions transactions;

    PasswordResets(
            Users users,
            UserRows rows,
            MailLinks links,
            TenantMails mails,
            PasswordEncoder passwords,
            ApplicationEventPublisher events,
            Transactions transactions) {
        this.users = users;
        this.rows = rows;
        this.links = links;
        this.mails = mails;
        this.passwords = passwords;
        this.events = events;
        this.transactions = transactions;
    }

    /** Mails a link if there is such a person who can sign in; the caller cannot tell, and must not. */
    public void request(String email) {
        users.findByEmail(email)
                .filter(user -> !user.invited() && user.disabledAt() == null)
                .ifPresent(user ->
                        transactions.run(() -> mails.newPassword(user, links.issue(user.id(), LinkPurpose.PASSWORD))));
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
        if (PasswordRule.brokenBy(password, user.get().email()).isPresent()) {
            throw new IllegalArgumentException("This password breaks a rule");
        }
        String encoded = Objects.requireNonNull(passwords.encode(password));
        return transactions.call(() -> {
            boolean first = links.use(token, LinkPurpose.PASSWORD);
            if (first) {
                rows.password(user.get().id(), encoded);
                events.publishEvent(new SignInsEnded(user.get().id()));
            }
            return first;
        });
    }
}

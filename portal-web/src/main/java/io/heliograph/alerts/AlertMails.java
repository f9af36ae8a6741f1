package io.heliograph.alerts;

import io.heliograph.mail.Outbox;
import io.heliograph.portal.Fmt;
import io.heliograph.tenants.Role;
import io.heliograph.tenants.Users;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes one alert to everybody in a tenant who can act on it, in the transaction of what it tells of. */
@Component
class AlertMails {

    private static final Locale LANGUAGE = Locale.ENGLISH;

    private final Users users;
    private final Outbox outbox;
    private final MessageSource texts;
    private final Fmt fmt;

    AlertMails(Users users, Outbox outbox, MessageSource texts, Fmt fmt) {
        this.users = users;
        this.outbox = outbox;
        this.texts = texts;
        this.fmt = fmt;
    }

    /**
     * Sends the texts {@code alert.<key>.subject} and {@code alert.<key>.body}.
     *
     * @param roles whose it is
     * @param words what the texts name by number
     */
    void send(UUID tenantId, Set<Role> roles, String key, Object... words) {
        String subject = texts.getMessage("alert." + key + ".subject", words, LANGUAGE);
        String body = texts.getMessage("alert." + key + ".body", words, LANGUAGE);
        users.ofTenant(tenantId).stream()
                .filter(user -> roles.contains(user.role()) && user.disabledAt() == null && !user.invited())
                .forEach(user -> outbox.send(tenantId, user.email(), subject, body));
    }

    /** An amount as mails say it: 1 credit, 1,000 credits. */
    String credits(BigDecimal amount) {
        return fmt.inCredits(amount, LANGUAGE);
    }
}

package io.heliograph.alerts;

import io.heliograph.mail.Outbox;
import io.heliograph.tenants.Role;
import io.heliograph.tenants.Users;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes one alert to everybody in a tenant who can act on it, in the transaction of what it tells of. */
@Component
class AlertMails {

    private final Users users;
    private final Outbox outbox;
    private final MessageSource texts;

    AlertMails(Users users, Outbox outbox, MessageSource texts) {
        this.users = users;
        this.outbox = outbox;
        this.texts = texts;
    }

    /**
     * Sends the texts {@code alert.<key>.subject} and {@code alert.<key>.body}.
     *
     * @param roles whose it is
     * @param words what the texts name by number
     */
    void send(UUID tenantId, Set<Role> roles, String key, Object... words) {
        String subject = texts.getMessage("alert." + key + ".subject", words, Locale.ENGLISH);
        String body = texts.getMessage("alert." + key + ".body", words, Locale.ENGLISH);
        users.ofTenant(tenantId).stream()
                .filter(user -> roles.contains(user.role()) && user.disabledAt() == null && !user.invited())
                .forEach(user -> outbox.send(tenantId, user.email(), subject, body));
    }
}

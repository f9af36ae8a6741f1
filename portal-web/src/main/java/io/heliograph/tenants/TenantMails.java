package io.heliograph.tenants;

import io.heliograph.mail.Outbox;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The mails with links: short, plain, and in the name of the brand that the person knows. */
@Component
class TenantMails {

    private final Outbox outbox;
    private final MessageSource texts;
    private final Tenants tenants;
    private final Brands brands;
    private final PublicUrl publicUrl;

    TenantMails(Outbox outbox, MessageSource texts, Tenants tenants, Brands brands, PublicUrl publicUrl) {
        this.outbox = outbox;
        this.texts = texts;
        this.tenants = tenants;
        this.brands = brands;
        this.publicUrl = publicUrl;
    }

    void invitation(User user, String token) {
        String tenant = tenants.get(user.tenantId()).name();
        send("mail.invitation", user, tenant, publicUrl.of(user.tenantId(), "/invitations/" + token));
    }

    void newPassword(User user, String token) {
        String tenant = tenants.get(user.tenantId()).name();
        send("mail.password", user, tenant, publicUrl.of(user.tenantId(), "/password/reset/" + token));
    }

    private void send(String key, User user, String tenant, String link) {
        Object[] words = {user.name(), tenant, brands.of(user.tenantId()).name(), link};
        outbox.send(
                user.tenantId(),
                user.email(),
                texts.getMessage(key + ".subject", words, Locale.ENGLISH),
                texts.getMessage(key + ".body", words, Locale.ENGLISH));
    }
}

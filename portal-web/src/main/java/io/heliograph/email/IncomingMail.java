package io.heliograph.email;

import io.heliograph.email.content.MailContent;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail that was handed in completely.
 *
 * @param credentialId and {@code username}: who signed in; null for a mail to a secret address
 * @param source the address of the machine it came from
 * @param msisdns the recipients, digits of E.164
 */
public record IncomingMail(
        UUID tenantId,
        @Nullable UUID credentialId,
        @Nullable String username,
        String source,
        MailContent content,
        List<String> msisdns) {

    public IncomingMail {
        msisdns = List.copyOf(msisdns);
    }
}

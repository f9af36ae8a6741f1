package io.heliograph.mail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail of the outbox.
 *
 * @param sender the name it is sent under
 * @param sentAt when the mail server took it; null while it waits or where there is no mail server
 */
public record Mail(
        UUID id,
        UUID tenantId,
        @Nullable String sender,
        String recipient,
        String subject,
        String body,
        Instant createdAt,
        @Nullable Instant sentAt,
        @Nullable String lastError) {}

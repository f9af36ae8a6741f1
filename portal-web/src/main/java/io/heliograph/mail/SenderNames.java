package io.heliograph.mail;

import java.util.UUID;

/** Under whose name a tenant's people get mail. */
@FunctionalInterface
public interface SenderNames {

    /** The name for mails to people of this tenant. */
    String of(UUID tenantId);
}

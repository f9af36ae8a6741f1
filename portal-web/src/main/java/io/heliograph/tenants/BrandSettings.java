package io.heliograph.tenants;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a seller has said about its own portal; null for what it has not.
 *
 * @param name how the portal is called; else the tenant's name
 * @param mailSender the name over its mails; else the portal's
 * @param host the host name by which its portal is reached, in lower case
 * @param hostSeenAt when somebody first came by that host: only then do mails and samples name it
 * @param accent its colour as {@code #rrggbb}
 * @param logo the file name of its logo
 * @param icon the file name of its favicon
 */
public record BrandSettings(
        @Nullable String name,
        @Nullable String mailSender,
        @Nullable String host,
        @Nullable Instant hostSeenAt,
        @Nullable String accent,
        @Nullable String logo,
        @Nullable String icon) {

    /** Nothing said. */
    public static final BrandSettings NONE = new BrandSettings(null, null, null, null, null, null, null);
}

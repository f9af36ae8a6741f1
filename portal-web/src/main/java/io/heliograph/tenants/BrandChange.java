package io.heliograph.tenants;

import org.jspecify.annotations.Nullable;

/**
 * What a seller says about its portal, to replace what it said before; null for what it leaves to the defaults.
 *
 * @param host in lower case
 * @param accent as {@code #rrggbb}
 */
public record BrandChange(
        @Nullable String name,
        @Nullable String mailSender,
        @Nullable String supportEmail,
        @Nullable String host,
        @Nullable String accent) {}

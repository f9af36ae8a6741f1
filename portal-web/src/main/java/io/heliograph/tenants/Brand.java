package io.heliograph.tenants;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Under whose name a tenant's people see the portal: their reseller's, or their own for a reseller; the operator's own.
 *
 * @param accent a colour as {@code #rrggbb}, or null for the default
 * @param operator whether it is the operator's own name and logo
 */
public record Brand(
        String name,
        @Nullable String supportEmail,
        @Nullable String accent,
        boolean operator) implements Serializable {

    private static final long serialVersionUID = 1;
}

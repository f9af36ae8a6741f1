package io.heliograph.signin;

import io.heliograph.brands.Brand;
import io.heliograph.tenants.Role;
import io.heliograph.tenants.TenantKind;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The person at the other end, as they are now: read anew for each request, so that a change of role or a suspension
 * acts at once. Handlers take it as {@code @AuthenticationPrincipal SignedIn who}.
 *
 * @param tenantId whose data the person sees; the first parameter of every repository method
 * @param zone in which times are shown
 * @param brand whose name is over the pages
 * @param standIn who really is there, if somebody has signed in as this person
 */
public record SignedIn(
        UUID userId,
        UUID tenantId,
        TenantKind tenantKind,
        String tenantName,
        Role role,
        String name,
        String email,
        ZoneId zone,
        Brand brand,
        @Nullable StandIn standIn)
        implements Serializable {

    private static final long serialVersionUID = 1;

    /** Whether the person's role allows this, and to whoever stands in for them; for buttons that only some have. */
    public boolean may(Permission permission) {
        return permission.isGrantedTo(role) && (standIn == null || permission.isGrantedToStandIns());
    }

    /** The person, with whoever stands in for them. */
    SignedIn with(StandIn other) {
        return new SignedIn(userId, tenantId, tenantKind, tenantName, role, name, email, zone, brand, other);
    }
}

package io.heliograph.signin;

import io.heliograph.tenants.Brands;
import io.heliograph.tenants.Tenant;
import io.heliograph.tenants.Tenants;
import io.heliograph.tenants.User;
import io.heliograph.tenants.Users;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads who somebody is right now. */
@Component
class Principals {

    private final Users users;
    private final Tenants tenants;

    Principals(Users users, Tenants tenants) {
        this.users = users;
        this.tenants = tenants;
    }

    /** The person, unless disabled, not yet in, or in a tenant that is suspended or below one that is. */
    Optional<SignedIn> current(UUID userId) {
        return users.find(userId)
                .filter(user -> user.disabledAt() == null && !user.invited())
                .flatMap(this::signedIn);
    }

    private Optional<SignedIn> signedIn(User user) {
        List<Tenant> upwards = tenants.upwards(user.tenantId());
        if (upwards.isEmpty() || upwards.stream().anyMatch(tenant -> tenant.suspendedAt() != null)) {
            return Optional.empty();
        }
        Tenant own = upwards.getFirst();
        return Optional.of(new SignedIn(
                user.id(),
                own.id(),
                own.kind(),
                own.name(),
                user.role(),
                user.name(),
                user.email(),
                user.zone() == null ? own.zone() : user.zone(),
                Brands.of(upwards),
                null));
    }
}

package io.heliograph.portal.messages;

import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.Tenant;
import io.heliograph.tenants.TenantKind;
import io.heliograph.tenants.Tenants;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Says whose messages a path means: a customer's own, or those of one below a seller. Everybody else's are a 404. */
@Component
class Owners {

    private final Tenants tenants;

    Owners(Tenants tenants) {
        this.tenants = tenants;
    }

    /** A customer's own. */
    static Whose own(SignedIn who) {
        return new Whose(who.tenantId(), "/messages", who.tenantName(), true);
    }

    /** Those of a customer below a seller. */
    Whose customer(SignedIn seller, UUID customerId) {
        Tenant owner = tenants.within(seller.tenantId(), customerId);
        if (owner.kind() != TenantKind.CUSTOMER) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new Whose(owner.id(), "/customers/" + owner.id() + "/messages", owner.name(), false);
    }
}

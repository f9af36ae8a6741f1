package io.heliograph.portal.messages;

import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.Tenant;
import io.heliograph.tenants.TenantKind;
import io.heliograph.tenants.Tenants;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    /**
     * The owner that a path means to this reader.
     *
     * @param customerId from the path; null where it has none
     */
    Whose of(SignedIn who, @Nullable UUID customerId) {
        boolean customer = who.tenantKind() == TenantKind.CUSTOMER;
        if (customerId == null) {
            if (!customer) {
                throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            }
            return new Whose(who.tenantId(), "/messages", who.tenantName(), true);
        }
        Tenant owner = tenants.within(who.tenantId(), customerId);
        if (customer || owner.id().equals(who.tenantId())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new Whose(owner.id(), "/customers/" + owner.id() + "/messages", owner.name(), false);
    }
}

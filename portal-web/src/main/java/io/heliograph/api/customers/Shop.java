package io.heliograph.api.customers;

import io.heliograph.api.ApiException;
import io.heliograph.api.Call;
import io.heliograph.api.ErrorCode;
import io.heliograph.tenants.NoSuchTenantException;
import io.heliograph.tenants.Tenant;
import io.heliograph.tenants.TenantKind;
import io.heliograph.tenants.Tenants;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who sells, and to whom: the account of a call, if it may have customers, and those directly below it. */
@Component
class Shop {

    private final Tenants tenants;

    Shop(Tenants tenants) {
        this.tenants = tenants;
    }

    /** The account of the call, which must be one that sells. */
    Tenant seller(Call call) {
        Tenant seller = tenants.get(call.accountId());
        if (seller.kind() == TenantKind.CUSTOMER) {
            throw new ApiException(ErrorCode.SELLERS_ONLY, "This account has no customers");
        }
        return seller;
    }

    /** A direct customer of the account of the call. */
    Tenant customer(Call call, UUID id) {
        UUID seller = seller(call).id();
        try {
            return tenants.child(seller, id);
        } catch (NoSuchTenantException _) {
            throw ApiException.notFound("customer");
        }
    }
}

package io.heliograph.portal.overview;

import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.TenantKind;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The overview of a customer. */
@Component
class CustomerOverview implements Overview {

    @Override
    public TenantKind kind() {
        return TenantKind.CUSTOMER;
    }

    @Override
    public String show(SignedIn who, Model model) {
        return "overview/customer";
    }
}

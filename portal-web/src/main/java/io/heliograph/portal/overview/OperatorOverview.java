package io.heliograph.portal.overview;

import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.TenantKind;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The overview of a operator. */
@Component
class OperatorOverview implements Overview {

    @Override
    public TenantKind kind() {
        return TenantKind.OPERATOR;
    }

    @Override
    public String show(SignedIn who, Model model) {
        return "overview/operator";
    }
}

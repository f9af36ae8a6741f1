package io.heliograph.portal.overview;

import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.TenantKind;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The overview of a reseller. */
@Component
class ResellerOverview implements Overview {

    private final SellerFigures figures;

    ResellerOverview(SellerFigures figures) {
        this.figures = figures;
    }

    @Override
    public TenantKind kind() {
        return TenantKind.RESELLER;
    }

    @Override
    public String show(SignedIn who, Model model) {
        model.addAttribute("view", figures.ofReseller(who));
        return "overview/reseller";
    }
}

package io.heliograph.portal.overview;

import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.TenantKind;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The overview of a customer. */
@Component
class CustomerOverview implements Overview {

    private final CustomerFigures figures;
    private final Progress progress;

    CustomerOverview(CustomerFigures figures, Progress progress) {
        this.figures = figures;
        this.progress = progress;
    }

    @Override
    public TenantKind kind() {
        return TenantKind.CUSTOMER;
    }

    @Override
    public String show(SignedIn who, Model model) {
        model.addAttribute("view", figures.now(who));
        model.addAttribute("month", figures.month(who.tenantId()));
        model.addAttribute("steps", progress.of(who.tenantId()));
        return "overview/customer";
    }
}

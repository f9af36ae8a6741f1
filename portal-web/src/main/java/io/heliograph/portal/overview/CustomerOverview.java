package io.heliograph.portal.overview;

import io.heliograph.portal.TrafficReads;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.TenantKind;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The overview of a customer. */
@Component
class CustomerOverview implements Overview {

    private static final int DAYS = 30;

    private final CustomerFigures figures;
    private final TrafficReads traffic;
    private final Progress progress;

    CustomerOverview(CustomerFigures figures, TrafficReads traffic, Progress progress) {
        this.figures = figures;
        this.traffic = traffic;
        this.progress = progress;
    }

    @Override
    public TenantKind kind() {
        return TenantKind.CUSTOMER;
    }

    @Override
    public String show(SignedIn who, Model model) {
        model.addAttribute("view", figures.now(who));
        model.addAttribute("month", traffic.chart(who.tenantId(), DAYS));
        model.addAttribute("steps", progress.of(who.tenantId()));
        return "overview/customer";
    }
}

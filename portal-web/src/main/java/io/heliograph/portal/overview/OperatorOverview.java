package io.heliograph.portal.overview;

import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.TenantKind;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The overview of an operator. */
@Component
class OperatorOverview implements Overview {

    private final OperatorFigures figures;

    OperatorOverview(OperatorFigures figures) {
        this.figures = figures;
    }

    @Override
    public TenantKind kind() {
        return TenantKind.OPERATOR;
    }

    @Override
    public String show(SignedIn who, Model model) {
        model.addAttribute("view", figures.now(who, Integer.MAX_VALUE));
        return "overview/operator";
    }
}

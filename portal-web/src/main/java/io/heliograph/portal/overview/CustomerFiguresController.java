package io.heliograph.portal.overview;

import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.TenantKind;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Keeps the figures of a customer's overview up to date. */
@Controller
class CustomerFiguresController {

    private final CustomerFigures figures;

    CustomerFiguresController(CustomerFigures figures) {
        this.figures = figures;
    }

    /** @param v the version of what is shown */
    @GetMapping("/overview/figures")
    @MayUse(value = Permission.LOOK, kinds = TenantKind.CUSTOMER)
    ModelAndView figures(@AuthenticationPrincipal SignedIn who, @RequestParam String v) {
        CustomerView view = figures.now(who);
        return view.version().equals(v)
                ? new ModelAndView("messages/list :: nothing", HttpStatus.NO_CONTENT)
                : new ModelAndView("overview/customer :: figures", "view", view);
    }
}

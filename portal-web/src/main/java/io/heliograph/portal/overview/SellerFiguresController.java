package io.heliograph.portal.overview;

import io.heliograph.portal.Screens;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.TenantKind;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The live part of the overviews of resellers and the operator; 204 while nothing is new. */
@Controller
@RequestMapping("/overview")
class SellerFiguresController {

    private final SellerFigures resellers;
    private final OperatorFigures operators;

    SellerFiguresController(SellerFigures resellers, OperatorFigures operators) {
        this.resellers = resellers;
        this.operators = operators;
    }

    @GetMapping("/reseller")
    @MayUse(value = Permission.LOOK, kinds = TenantKind.RESELLER)
    ModelAndView reseller(@AuthenticationPrincipal SignedIn who, @RequestParam(defaultValue = "") String v) {
        ResellerView view = resellers.ofReseller(who);
        return v.equals(view.version())
                ? Screens.unchanged()
                : new ModelAndView("overview/reseller :: now").addObject("view", view);
    }

    /** @param alarms how many the reader was told of: only more of them are read out */
    @GetMapping("/operator")
    @MayUse(value = Permission.LOOK, kinds = TenantKind.OPERATOR)
    ModelAndView operator(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String v,
            @RequestParam(defaultValue = "0") int alarms) {
        OperatorView view = operators.now(who, alarms);
        return v.equals(view.version())
                ? Screens.unchanged()
                : new ModelAndView("overview/operator :: now").addObject("view", view);
    }
}

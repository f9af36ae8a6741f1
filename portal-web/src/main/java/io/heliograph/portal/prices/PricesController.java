package io.heliograph.portal.prices;

import io.heliograph.rates.Product;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.TenantKind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The price list, and trying a number on it. */
@Controller
@RequestMapping("/prices")
@MayUse(
        value = Permission.LOOK,
        kinds = {TenantKind.OPERATOR, TenantKind.RESELLER})
class PricesController {

    private final PricePages pages;
    private final Trials trials;

    PricesController(PricePages pages, Trials trials) {
        this.pages = pages;
        this.trials = trials;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(required = false) @Nullable UUID customer,
            Model model) {
        model.addAttribute("view", pages.list(who, customer, null));
        return "prices/list";
    }

    /** The same page with the answer on it; for htmx the answer alone. */
    @GetMapping("/trial")
    String tryNumber(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(required = false) @Nullable UUID buyer,
            @RequestParam(defaultValue = "SMS") Product product,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model) {
        Trial trial = trials.of(number, pages.customer(who.tenantId(), buyer), product);
        model.addAttribute("view", pages.list(who, null, trial));
        return htmx == null ? "prices/list" : "prices/list :: trial";
    }
}

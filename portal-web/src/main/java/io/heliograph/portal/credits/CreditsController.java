package io.heliograph.portal.credits;

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
import org.springframework.web.bind.annotation.RequestParam;

/** The balance, what can be bought, and what was. */
@Controller
class CreditsController {

    private final CreditsPage page;

    CreditsController(CreditsPage page) {
        this.page = page;
    }

    @GetMapping("/credits")
    @MayUse(
            value = Permission.LOOK,
            kinds = {TenantKind.CUSTOMER, TenantKind.RESELLER})
    String show(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(name = "package", required = false) @Nullable UUID chosen,
            @RequestParam(required = false) @Nullable UUID before,
            Model model) {
        model.addAttribute("view", page.view(who, chosen, before));
        return "credits/credits";
    }
}

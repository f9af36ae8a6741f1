package io.heliograph.portal.security;

import io.heliograph.portal.Flash;
import io.heliograph.protection.SecondSteps;
import io.heliograph.signin.InPerson;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The rule that everybody of a tenant, and of all below it, has a second step. */
@Controller
@RequestMapping("/security/policy")
@MayUse(Permission.MANAGE)
@InPerson
class RuleController {

    private final SecondSteps steps;

    RuleController(SecondSteps steps) {
        this.steps = steps;
    }

    @PostMapping
    String save(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "false") boolean required,
            RedirectAttributes redirect) {
        steps.require(who.tenantId(), required);
        Flash.done(redirect, required ? "security.rule.on" : "security.rule.off");
        return "redirect:/security";
    }
}

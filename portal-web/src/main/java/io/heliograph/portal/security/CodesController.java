package io.heliograph.portal.security;

import io.heliograph.portal.ShownOnce;
import io.heliograph.protection.SecondSteps;
import io.heliograph.signin.InPerson;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.Users;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Recovery codes: made anew on demand, shown once. */
@Controller
@RequestMapping("/security/codes")
@MayUse(Permission.LOOK)
@InPerson
class CodesController {

    private final CodesPage codes;
    private final SecondSteps steps;
    private final ShownOnce shownOnce;
    private final Users users;

    CodesController(CodesPage codes, SecondSteps steps, ShownOnce shownOnce, Users users) {
        this.codes = codes;
        this.steps = steps;
        this.shownOnce = shownOnce;
        this.users = users;
    }

    @PostMapping
    ModelAndView make(@AuthenticationPrincipal SignedIn who, RedirectAttributes redirect) {
        return steps.of(who.userId()).any()
                ? codes.fresh(users.get(who.tenantId(), who.userId()), redirect)
                : new ModelAndView("redirect:/security");
    }

    @GetMapping
    String show(Model model) {
        List<String> shown =
                shownOnce.take(model).map(text -> List.of(text.split("\n"))).orElse(List.of());
        model.addAttribute("codes", shown);
        return "security/codes";
    }
}

package io.heliograph.portal.security;

import io.heliograph.portal.Confirmation;
import io.heliograph.portal.Flash;
import io.heliograph.portal.Screens;
import io.heliograph.portal.Words;
import io.heliograph.protection.AuthenticatorApps;
import io.heliograph.signin.InPerson;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.signin.StepUps;
import io.heliograph.tenants.User;
import io.heliograph.tenants.Users;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The authenticator app: shown as a QR code, switched on by its first code. */
@Controller
@RequestMapping("/security/app")
@MayUse(Permission.LOOK)
@InPerson
class AppController {

    private final AuthenticatorApps apps;
    private final Users users;
    private final StepUps stepUps;
    private final CodesPage codes;
    private final Words words;

    AppController(AuthenticatorApps apps, Users users, StepUps stepUps, CodesPage codes, Words words) {
        this.apps = apps;
        this.users = users;
        this.stepUps = stepUps;
        this.codes = codes;
        this.words = words;
    }

    @GetMapping("/new")
    ModelAndView show(@AuthenticationPrincipal SignedIn who) {
        return apps.seed(who.userId())
                .map(seed -> new ModelAndView("security/app").addObject("view", AppView.of(who, seed)))
                .orElseGet(() -> new ModelAndView("redirect:/security"));
    }

    @PostMapping
    ModelAndView confirm(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String code,
            RedirectAttributes redirect) {
        Optional<String> seed = apps.seed(who.userId());
        if (seed.isEmpty()) {
            return new ModelAndView("redirect:/security");
        }
        User user = users.get(who.tenantId(), who.userId());
        if (!apps.confirm(user, code)) {
            return Screens.invalid("security/app")
                    .addObject("view", AppView.of(who, seed.get()))
                    .addObject("refused", true);
        }
        stepUps.passedByApp();
        return codes.afterFirstStep(user, redirect, "security.app.added");
    }

    @GetMapping("/removal")
    ModelAndView askToRemove() {
        return Screens.confirm(new Confirmation(
                words.of("security.app.remove.title"),
                List.of(words.of("security.app.remove.what"), words.of("security.app.remove.undo")),
                words.of("security.app.remove.button"),
                "/security/app/removal",
                "/security",
                Map.of()));
    }

    @PostMapping("/removal")
    String remove(@AuthenticationPrincipal SignedIn who, RedirectAttributes redirect) {
        apps.remove(users.get(who.tenantId(), who.userId()));
        Flash.done(redirect, "security.app.removed");
        return "redirect:/security";
    }
}

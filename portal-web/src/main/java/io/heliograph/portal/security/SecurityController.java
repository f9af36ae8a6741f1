package io.heliograph.portal.security;

import io.heliograph.portal.Flash;
import io.heliograph.protection.Passkeys;
import io.heliograph.protection.RecoveryCodes;
import io.heliograph.protection.SecondSteps;
import io.heliograph.signin.InPerson;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.Sessions;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.Tenant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What protects the reader’s own sign-in, on one page, and where they are signed in. */
@Controller
@RequestMapping("/security")
@MayUse(Permission.LOOK)
@InPerson
class SecurityController {

    private final SecondSteps steps;
    private final Passkeys passkeys;
    private final RecoveryCodes recovery;
    private final Sessions sessions;
    private final CompanyLinks companies;

    SecurityController(
            SecondSteps steps, Passkeys passkeys, RecoveryCodes recovery, Sessions sessions, CompanyLinks companies) {
        this.steps = steps;
        this.passkeys = passkeys;
        this.recovery = recovery;
        this.sessions = sessions;
        this.companies = companies;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn who, Model model) {
        SecondSteps.Has has = steps.of(who.userId());
        Optional<Tenant> rule = steps.requiredBy(who.tenantId());
        boolean own = rule.filter(tenant -> tenant.id().equals(who.tenantId())).isPresent();
        model.addAttribute(
                "view",
                new SecurityView(
                        who.email(),
                        has,
                        passkeys.ofUser(who.userId()),
                        recovery.left(who.userId()),
                        sessions.of(who),
                        companies.of(who),
                        rule.isPresent(),
                        own,
                        rule.isPresent() && !own,
                        who.may(Permission.MANAGE)));
        return "security/security";
    }

    @PostMapping("/sessions/{handle}/ending")
    String end(@AuthenticationPrincipal SignedIn who, @PathVariable UUID handle, RedirectAttributes redirect) {
        if (!sessions.end(who, handle)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Flash.done(redirect, "security.session.ended");
        return "redirect:/security";
    }

    @PostMapping("/sessions/endings")
    String endOthers(@AuthenticationPrincipal SignedIn who, RedirectAttributes redirect) {
        sessions.endOthers(who);
        Flash.done(redirect, "security.sessions.ended");
        return "redirect:/security";
    }
}

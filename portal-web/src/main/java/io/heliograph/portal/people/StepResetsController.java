package io.heliograph.portal.people;

import io.heliograph.portal.Flash;
import io.heliograph.portal.Screens;
import io.heliograph.signin.InPerson;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.Role;
import io.heliograph.tenants.TenantKind;
import io.heliograph.tenants.Tenants;
import io.heliograph.tenants.User;
import io.heliograph.tenants.Users;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An owner resets the second step of somebody in their own account, or in one right below it. */
@Controller
@InPerson
class StepResetsController {

    private final StepResets resets;
    private final Users users;
    private final Tenants tenants;

    StepResetsController(StepResets resets, Users users, Tenants tenants) {
        this.resets = resets;
        this.users = users;
        this.tenants = tenants;
    }

    @GetMapping("/people/{id}/step-resets")
    @MayUse(Permission.MANAGE)
    ModelAndView ask(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        User user = own(who, id);
        String page = "/people/" + id;
        return Screens.confirm(resets.question(user, page + "/step-resets", page));
    }

    @PostMapping("/people/{id}/step-resets")
    @MayUse(Permission.MANAGE)
    String reset(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, RedirectAttributes redirect) {
        User user = own(who, id);
        resets.reset(user);
        Flash.done(redirect, "reset.done", user.name());
        return "redirect:/people/{id}";
    }

    @GetMapping("/customers/{tenantId}/people/{id}/step-resets")
    @MayUse(
            value = Permission.MANAGE,
            kinds = {TenantKind.OPERATOR, TenantKind.RESELLER})
    ModelAndView askBelow(@AuthenticationPrincipal SignedIn who, @PathVariable UUID tenantId, @PathVariable UUID id) {
        User user = below(who, tenantId, id);
        String page = "/customers/" + tenantId;
        return Screens.confirm(resets.question(user, page + "/people/" + id + "/step-resets", page));
    }

    @PostMapping("/customers/{tenantId}/people/{id}/step-resets")
    @MayUse(
            value = Permission.MANAGE,
            kinds = {TenantKind.OPERATOR, TenantKind.RESELLER})
    String resetBelow(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID tenantId,
            @PathVariable UUID id,
            RedirectAttributes redirect) {
        User user = below(who, tenantId, id);
        resets.reset(user);
        Flash.done(redirect, "reset.done", user.name());
        return "redirect:/customers/{tenantId}";
    }

    /** One's own is changed on one's own page, by showing who one is. */
    private User own(SignedIn who, UUID id) {
        User user = users.get(who.tenantId(), id);
        if (who.role() != Role.OWNER || id.equals(who.userId())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return user;
    }

    private User below(SignedIn who, UUID tenantId, UUID id) {
        User user = users.get(tenants.child(who.tenantId(), tenantId).id(), id);
        if (who.role() != Role.OWNER) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return user;
    }
}

package io.heliograph.portal.customers;

import io.heliograph.portal.Flash;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.Invitations;
import io.heliograph.tenants.Tenant;
import io.heliograph.tenants.TenantKind;
import io.heliograph.tenants.Tenants;
import io.heliograph.tenants.User;
import io.heliograph.tenants.Users;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One customer, and its people's invitations. */
@Controller
@RequestMapping("/customers/{id}")
class CustomerController {

    private final CustomerPages pages;
    private final Tenants tenants;
    private final Users users;
    private final Invitations invitations;

    CustomerController(CustomerPages pages, Tenants tenants, Users users, Invitations invitations) {
        this.pages = pages;
        this.tenants = tenants;
        this.users = users;
        this.invitations = invitations;
    }

    @GetMapping
    @MayUse(
            value = Permission.LOOK,
            kinds = {TenantKind.OPERATOR, TenantKind.RESELLER})
    String show(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, Model model) {
        model.addAttribute("view", pages.of(who, id));
        return "customers/customer";
    }

    @PostMapping("/people/{userId}/invitations")
    @MayUse(
            value = Permission.MANAGE,
            kinds = {TenantKind.OPERATOR, TenantKind.RESELLER})
    String inviteAgain(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @PathVariable UUID userId,
            RedirectAttributes redirect) {
        Tenant customer = tenants.child(who.tenantId(), id);
        User user = users.get(customer.id(), userId);
        invitations.inviteAgain(customer.id(), userId);
        Flash.done(redirect, "customers.person.again.done", user.email());
        return "redirect:/customers/{id}";
    }
}

package io.heliograph.portal.customers;

import io.heliograph.dispatch.Queue;
import io.heliograph.portal.Confirmation;
import io.heliograph.portal.Flash;
import io.heliograph.portal.Screens;
import io.heliograph.portal.Words;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.Tenant;
import io.heliograph.tenants.TenantKind;
import io.heliograph.tenants.Tenants;
import io.heliograph.tenants.Users;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Suspending a customer with all below it, and letting it go on. */
@Controller
@RequestMapping("/customers/{id}")
@MayUse(
        value = Permission.MANAGE,
        kinds = {TenantKind.OPERATOR, TenantKind.RESELLER})
class SuspensionController {

    private final Tenants tenants;
    private final Users users;
    private final Queue queue;
    private final Words words;

    SuspensionController(Tenants tenants, Users users, Queue queue, Words words) {
        this.tenants = tenants;
        this.users = users;
        this.queue = queue;
        this.words = words;
    }

    @GetMapping("/suspension")
    ModelAndView ask(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        Tenant customer = tenants.child(who.tenantId(), id);
        List<UUID> subtree = tenants.subtree(id);
        return Screens.confirm(new Confirmation(
                words.of("customers.suspend.title", customer.name()),
                List.of(
                        words.of("customers.suspend.reach", customer.name(), subtree.size() - 1),
                        words.of("customers.suspend.people", users.count(subtree)),
                        words.of("customers.suspend.queue", queue.waiting(subtree)),
                        words.of("customers.suspend.undo")),
                words.of("customers.suspend.button", customer.name()),
                "/customers/" + id + "/suspension",
                "/customers/" + id,
                Map.of()));
    }

    @PostMapping("/suspension")
    String suspend(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, RedirectAttributes redirect) {
        Tenant customer = tenants.child(who.tenantId(), id);
        tenants.suspend(id);
        Flash.done(redirect, "customers.suspend.done", customer.name());
        return "redirect:/customers/{id}";
    }

    @PostMapping("/resumption")
    String resume(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, RedirectAttributes redirect) {
        Tenant customer = tenants.child(who.tenantId(), id);
        tenants.resume(id);
        Flash.done(redirect, "customers.resume.done", customer.name());
        return "redirect:/customers/{id}";
    }
}

package io.heliograph.portal.customers;

import io.heliograph.audit.Act;
import io.heliograph.audit.AuditLog;
import io.heliograph.audit.NewEntry;
import io.heliograph.messages.Retention;
import io.heliograph.portal.Flash;
import io.heliograph.portal.Screens;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.Tenant;
import io.heliograph.tenants.TenantKind;
import io.heliograph.tenants.Tenants;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** For how long a customer's messages are kept. */
@Controller
@RequestMapping("/customers/{id}/retention")
class RetentionController {

    private final Tenants tenants;
    private final Retention retention;
    private final AuditLog audit;

    RetentionController(Tenants tenants, Retention retention, AuditLog audit) {
        this.tenants = tenants;
        this.retention = retention;
        this.audit = audit;
    }

    @GetMapping
    @MayUse(
            value = Permission.MANAGE,
            kinds = {TenantKind.OPERATOR, TenantKind.RESELLER})
    String show(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, Model model) {
        model.addAttribute("tenant", tenants.child(who.tenantId(), id));
        model.addAttribute("form", RetentionForm.of(retention.days(id)));
        return "customers/retention";
    }

    @PostMapping
    @MayUse(
            value = Permission.MANAGE,
            kinds = {TenantKind.OPERATOR, TenantKind.RESELLER})
    ModelAndView save(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @ModelAttribute("form") RetentionForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        Tenant customer = tenants.child(who.tenantId(), id);
        form.check(errors);
        if (errors.hasErrors()) {
            return Screens.invalid("customers/retention").addObject("tenant", customer);
        }
        OptionalInt days = form.number();
        String detail = days.isPresent() ? String.valueOf(days.getAsInt()) : "–";
        audit.with(
                new NewEntry(id, Act.RETENTION_CHANGED, id, customer.name(), detail),
                () -> days.ifPresentOrElse(number -> retention.keepFor(id, number), () -> retention.keepForGood(id)));
        Flash.done(redirect, "customers.retention.saved", customer.name());
        return new ModelAndView("redirect:/customers/" + id);
    }
}

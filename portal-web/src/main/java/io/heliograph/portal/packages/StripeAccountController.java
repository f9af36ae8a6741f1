package io.heliograph.portal.packages;

import io.heliograph.audit.Act;
import io.heliograph.audit.AuditLog;
import io.heliograph.audit.NewEntry;
import io.heliograph.portal.Confirmation;
import io.heliograph.portal.Flash;
import io.heliograph.portal.Screens;
import io.heliograph.portal.Words;
import io.heliograph.purchases.ConnectResult;
import io.heliograph.purchases.Merchants;
import io.heliograph.purchases.Onboardings;
import io.heliograph.purchases.stripe.StripeFailedException;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.TenantKind;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The account at Stripe on which a reseller is paid. The operator is paid on the installation's own. */
@Controller
@RequestMapping("/packages/stripe-account")
@MayUse(value = Permission.MANAGE, kinds = TenantKind.RESELLER)
class StripeAccountController {

    private static final String TEMPLATE = "packages/stripe-account";

    private final Merchants merchants;
    private final Onboardings onboardings;
    private final AuditLog audit;
    private final Words words;

    StripeAccountController(Merchants merchants, Onboardings onboardings, AuditLog audit, Words words) {
        this.merchants = merchants;
        this.onboardings = onboardings;
        this.audit = audit;
        this.words = words;
    }

    @GetMapping
    String form(@AuthenticationPrincipal SignedIn who, Model model) {
        model.addAttribute(
                "form",
                new StripeAccountForm(merchants.accountOf(who.tenantId()).orElse("")));
        model.addAttribute("begun", onboardings.isBegun(who.tenantId()));
        return TEMPLATE;
    }

    @PostMapping
    ModelAndView connect(
            @AuthenticationPrincipal SignedIn who,
            @ModelAttribute("form") StripeAccountForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        form.check(errors);
        if (!errors.hasErrors()) {
            ask(who, form, errors);
        }
        if (errors.hasErrors()) {
            return Screens.invalid(TEMPLATE).addObject("begun", onboardings.isBegun(who.tenantId()));
        }
        audit.write(new NewEntry(who.tenantId(), Act.STRIPE_ACCOUNT_CHANGED, null, form.account()));
        Flash.done(redirect, "packages.stripe.connected");
        return new ModelAndView("redirect:/packages");
    }

    @GetMapping("/removal")
    ModelAndView askToRemove() {
        return Screens.confirm(new Confirmation(
                words.of("packages.stripe.remove.title"),
                List.of(words.of("packages.stripe.remove.what"), words.of("packages.stripe.remove.undo")),
                words.of("packages.stripe.remove.button"),
                "/packages/stripe-account/removal",
                "/packages",
                Map.of()));
    }

    @PostMapping("/removal")
    String remove(@AuthenticationPrincipal SignedIn who, RedirectAttributes redirect) {
        audit.with(
                new NewEntry(who.tenantId(), Act.STRIPE_ACCOUNT_CHANGED, null, "–"),
                () -> merchants.disconnect(who.tenantId()));
        Flash.done(redirect, "packages.stripe.removed");
        return "redirect:/packages";
    }

    private void ask(SignedIn who, StripeAccountForm form, BindingResult errors) {
        try {
            ConnectResult result = merchants.connect(who.tenantId(), form.account());
            if (result != ConnectResult.CONNECTED) {
                errors.rejectValue("account", "packages.stripe." + result);
            }
        } catch (StripeFailedException _) {
            errors.rejectValue("account", "packages.stripe.silent");
        }
    }
}

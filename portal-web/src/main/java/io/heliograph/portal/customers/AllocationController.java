package io.heliograph.portal.customers;

import io.heliograph.accounts.CreditMoves;
import io.heliograph.ledger.InsufficientCreditsException;
import io.heliograph.ledger.Wallets;
import io.heliograph.portal.Flash;
import io.heliograph.portal.Fmt;
import io.heliograph.portal.Screens;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.Tenant;
import io.heliograph.tenants.TenantKind;
import io.heliograph.tenants.Tenants;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/** Credits given to a customer by hand. */
@Controller
@RequestMapping("/customers/{id}/allocations")
@MayUse(
        value = Permission.SELL,
        kinds = {TenantKind.OPERATOR, TenantKind.RESELLER})
class AllocationController {

    private final Tenants tenants;
    private final Wallets wallets;
    private final CreditMoves moves;
    private final Fmt fmt;

    AllocationController(Tenants tenants, Wallets wallets, CreditMoves moves, Fmt fmt) {
        this.tenants = tenants;
        this.wallets = wallets;
        this.moves = moves;
        this.fmt = fmt;
    }

    @GetMapping
    String form(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, Model model) {
        model.addAttribute("view", view(who, tenants.child(who.tenantId(), id)));
        model.addAttribute("form", AmountForm.empty());
        return "customers/add-credits";
    }

    @PostMapping
    ModelAndView add(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @ModelAttribute("form") AmountForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        Tenant customer = tenants.child(who.tenantId(), id);
        form.check(errors);
        if (!errors.hasErrors()) {
            try {
                moves.give(who.tenantId(), customer, form.credits(), form.key(), noteOf(form), who.userId());
                Flash.done(redirect, "customers.credits.added", amount(form), customer.name());
                return new ModelAndView("redirect:/customers/" + id);
            } catch (InsufficientCreditsException tooFew) {
                String left = fmt.inCredits(tooFew.balance().plus(tooFew.creditLimit()));
                errors.rejectValue("amount", "customers.amount.yours", new Object[] {left}, "");
            }
        }
        return Screens.invalid("customers/add-credits").addObject("view", view(who, customer));
    }

    private CreditsView view(SignedIn who, Tenant customer) {
        boolean endless = who.tenantKind() == TenantKind.OPERATOR;
        long limit = endless ? 0 : wallets.get(who.tenantId()).available().tenThousandths();
        return new CreditsView(customer, wallets.get(customer.id()), limit, endless);
    }

    private String amount(AmountForm form) {
        return fmt.inCredits(form.credits());
    }

    private static @Nullable String noteOf(AmountForm form) {
        return form.note().isEmpty() ? null : form.note();
    }
}

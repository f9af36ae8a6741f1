package io.heliograph.portal.customers;

import io.heliograph.accounts.Onboarding;
import io.heliograph.ledger.InsufficientCreditsException;
import io.heliograph.ledger.Wallets;
import io.heliograph.portal.Flash;
import io.heliograph.portal.Fmt;
import io.heliograph.portal.Screens;
import io.heliograph.portal.Zones;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.EmailTakenException;
import io.heliograph.tenants.Tenant;
import io.heliograph.tenants.TenantKind;
import jakarta.validation.Valid;
import java.util.List;
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

/** The list of customers, and adding one. */
@Controller
@RequestMapping("/customers")
class CustomersController {

    private final CustomerBook book;
    private final Onboarding onboarding;
    private final Wallets wallets;
    private final Fmt fmt;

    CustomersController(CustomerBook book, Onboarding onboarding, Wallets wallets, Fmt fmt) {
        this.book = book;
        this.onboarding = onboarding;
        this.wallets = wallets;
        this.fmt = fmt;
    }

    @GetMapping
    @MayUse(
            value = Permission.LOOK,
            kinds = {TenantKind.OPERATOR, TenantKind.RESELLER})
    String list(@AuthenticationPrincipal SignedIn who, @ModelAttribute("filter") CustomerFilter filter, Model model) {
        List<CustomerLine> all = book.of(who.tenantId(), filter.q());
        model.addAttribute("view", CustomersView.of(who.tenantKind(), all, filter, who.may(Permission.MANAGE)));
        return "customers/list";
    }

    @GetMapping("/new")
    @MayUse(
            value = Permission.MANAGE,
            kinds = {TenantKind.OPERATOR, TenantKind.RESELLER})
    String form(@AuthenticationPrincipal SignedIn who, Model model) {
        model.addAttribute("form", NewCustomerForm.empty(who.zone()));
        model.addAttribute("view", newView(who));
        return "customers/new";
    }

    @PostMapping
    @MayUse(
            value = Permission.MANAGE,
            kinds = {TenantKind.OPERATOR, TenantKind.RESELLER})
    ModelAndView add(
            @AuthenticationPrincipal SignedIn who,
            @Valid @ModelAttribute("form") NewCustomerForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        form.check(errors);
        if (errors.hasErrors()) {
            return again(who);
        }
        try {
            Tenant opened = onboarding.open(
                    form.tenant(who.tenantId(), who.tenantKind().sellsTo()),
                    form.person(),
                    form.firstCredits(),
                    form.key(),
                    who.userId());
            Flash.done(redirect, "customers.added", opened.name(), form.email());
            return new ModelAndView("redirect:/customers/" + opened.id());
        } catch (EmailTakenException _) {
            errors.rejectValue("email", "customers.email.taken");
        } catch (InsufficientCreditsException tooFew) {
            errors.rejectValue("credits", "customers.amount.yours", words(tooFew), "");
        }
        return again(who);
    }

    private Object[] words(InsufficientCreditsException tooFew) {
        return new Object[] {fmt.inCredits(tooFew.balance().plus(tooFew.creditLimit()))};
    }

    private ModelAndView again(SignedIn who) {
        return Screens.invalid("customers/new").addObject("view", newView(who));
    }

    private NewCustomerView newView(SignedIn who) {
        boolean issues = who.tenantKind() == TenantKind.OPERATOR;
        long available = issues ? 0 : wallets.get(who.tenantId()).available().tenThousandths();
        return new NewCustomerView(who.tenantKind(), issues, available, Zones.ALL);
    }

    /** What the form shows around its fields: {@code issues} when the seller has no end of credits. */
    record NewCustomerView(TenantKind kind, boolean issues, long available, List<String> zones) {}
}

package io.heliograph.portal.customers;

import io.heliograph.accounts.CreditMoves;
import io.heliograph.audit.Act;
import io.heliograph.audit.AuditLog;
import io.heliograph.audit.NewEntry;
import io.heliograph.ledger.CreditLimitInUseException;
import io.heliograph.ledger.Wallets;
import io.heliograph.portal.Flash;
import io.heliograph.portal.Fmt;
import io.heliograph.portal.Screens;
import io.heliograph.portal.Zones;
import io.heliograph.rates.PriceLists;
import io.heliograph.rates.TermsOfSale;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.Tenant;
import io.heliograph.tenants.TenantKind;
import io.heliograph.tenants.Tenants;
import jakarta.validation.Valid;
import java.time.ZoneId;
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

/** A customer's name, credit limit and markup. */
@Controller
@RequestMapping("/customers/{id}")
class SettingsController {

    private final Tenants tenants;
    private final Wallets wallets;
    private final PriceLists prices;
    private final TermsOfSale terms;
    private final CreditMoves moves;
    private final AuditLog audit;
    private final Fmt fmt;

    SettingsController(
            Tenants tenants,
            Wallets wallets,
            PriceLists prices,
            TermsOfSale terms,
            CreditMoves moves,
            AuditLog audit,
            Fmt fmt) {
        this.tenants = tenants;
        this.wallets = wallets;
        this.prices = prices;
        this.terms = terms;
        this.moves = moves;
        this.audit = audit;
        this.fmt = fmt;
    }

    @GetMapping("/details")
    @MayUse(
            value = Permission.MANAGE,
            kinds = {TenantKind.OPERATOR, TenantKind.RESELLER})
    String details(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, Model model) {
        Tenant customer = tenants.child(who.tenantId(), id);
        model.addAttribute("view", view(who, customer)).addAttribute("form", DetailsForm.of(customer));
        return "customers/details";
    }

    @PostMapping("/details")
    @MayUse(
            value = Permission.MANAGE,
            kinds = {TenantKind.OPERATOR, TenantKind.RESELLER})
    ModelAndView saveDetails(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") DetailsForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        Tenant customer = tenants.child(who.tenantId(), id);
        form.check(errors);
        if (errors.hasErrors()) {
            return again("customers/details", who, customer);
        }
        tenants.change(id, form.name(), ZoneId.of(form.zone()), customer.supportEmail());
        return saved(redirect, "customers.details.saved", id, form.name());
    }

    @GetMapping("/credit-limit")
    @MayUse(
            value = Permission.SELL,
            kinds = {TenantKind.OPERATOR, TenantKind.RESELLER})
    String limit(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, Model model) {
        Tenant customer = tenants.child(who.tenantId(), id);
        model.addAttribute("view", view(who, customer));
        model.addAttribute("form", new LimitForm(wallets.get(id).creditLimit().toString()));
        return "customers/credit-limit";
    }

    @PostMapping("/credit-limit")
    @MayUse(
            value = Permission.SELL,
            kinds = {TenantKind.OPERATOR, TenantKind.RESELLER})
    ModelAndView saveLimit(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @ModelAttribute("form") LimitForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        Tenant customer = tenants.child(who.tenantId(), id);
        form.check(errors);
        if (!errors.hasErrors()) {
            try {
                moves.limit(customer, form.credits());
                return saved(redirect, "customers.limit.saved", id, customer.name());
            } catch (CreditLimitInUseException inUse) {
                String least = fmt.inCredits(inUse.atLeast());
                errors.rejectValue("limit", "customers.limit.in-use", new Object[] {least}, "");
            }
        }
        return again("customers/credit-limit", who, customer);
    }

    /** The operator pays nobody, so it has nothing to mark up. */
    @GetMapping("/markup")
    @MayUse(value = Permission.SELL, kinds = TenantKind.RESELLER)
    String markup(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, Model model) {
        model.addAttribute("view", view(who, tenants.child(who.tenantId(), id)));
        model.addAttribute("form", MarkupForm.of(prices.markup(id)));
        return "customers/markup";
    }

    @PostMapping("/markup")
    @MayUse(value = Permission.SELL, kinds = TenantKind.RESELLER)
    ModelAndView saveMarkup(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @ModelAttribute("form") MarkupForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        Tenant customer = tenants.child(who.tenantId(), id);
        form.check(errors);
        if (errors.hasErrors()) {
            return again("customers/markup", who, customer);
        }
        OptionalInt agreed = form.basisPoints();
        String percent = agreed.isPresent() ? fmt.markup(agreed.getAsInt()) + "%" : "–";
        audit.with(new NewEntry(id, Act.MARKUP_CHANGED, id, customer.name(), percent), () -> {
            if (agreed.isPresent()) {
                prices.setMarkup(who.tenantId(), id, agreed.getAsInt());
            } else {
                prices.removeMarkup(who.tenantId(), id);
            }
        });
        return saved(redirect, "customers.markup.saved", id, customer.name());
    }

    private SettingsView view(SignedIn who, Tenant customer) {
        int defaultMarkup = terms.of(who.tenantId()).markupBasisPoints();
        return new SettingsView(customer, wallets.get(customer.id()), defaultMarkup, Zones.ALL);
    }

    private ModelAndView again(String template, SignedIn who, Tenant customer) {
        return Screens.invalid(template).addObject("view", view(who, customer));
    }

    private static ModelAndView saved(RedirectAttributes redirect, String key, UUID id, String name) {
        Flash.done(redirect, key, name);
        return new ModelAndView("redirect:/customers/" + id);
    }
}

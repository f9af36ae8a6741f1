package io.heliograph.portal.prices;

import io.heliograph.audit.Act;
import io.heliograph.audit.AuditLog;
import io.heliograph.audit.NewEntry;
import io.heliograph.ledger.Credits;
import io.heliograph.portal.Flash;
import io.heliograph.portal.Screens;
import io.heliograph.rates.Product;
import io.heliograph.rates.TermsOfSale;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.TenantKind;
import org.jspecify.annotations.Nullable;
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

/** A reseller's default markup, and whether it refunds what was not delivered. The operator buys from nobody here. */
@Controller
@RequestMapping("/prices/terms")
@MayUse(value = Permission.SELL, kinds = TenantKind.RESELLER)
class TermsController {

    private final TermsOfSale terms;
    private final PricePages pages;
    private final AuditLog audit;

    TermsController(TermsOfSale terms, PricePages pages, AuditLog audit) {
        this.terms = terms;
        this.pages = pages;
        this.audit = audit;
    }

    @GetMapping
    String form(@AuthenticationPrincipal SignedIn who, Model model) {
        model.addAttribute("form", TermsForm.of(terms.of(who.tenantId())));
        return "prices/terms";
    }

    @PostMapping
    ModelAndView save(
            @AuthenticationPrincipal SignedIn who,
            @ModelAttribute("form") TermsForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        form.check(errors);
        if (errors.hasErrors()) {
            return Screens.invalid("prices/terms");
        }
        audit.with(
                new NewEntry(who.tenantId(), Act.TERMS_CHANGED, null, who.tenantName()),
                () -> terms.save(who.tenantId(), form.terms()));
        Flash.done(redirect, "prices.terms.saved");
        return new ModelAndView("redirect:/prices");
    }

    /** What the reseller pays for a segment where no prefix says otherwise. */
    @ModelAttribute("youPay")
    @Nullable
    Credits youPay(@AuthenticationPrincipal SignedIn who) {
        return pages.sellerPays(who.tenantId(), Product.SMS, "").orElse(null);
    }
}

package io.heliograph.portal.customers;

import io.heliograph.accounts.CreditMoves;
import io.heliograph.ledger.Credits;
import io.heliograph.ledger.TakeBackTooLargeException;
import io.heliograph.ledger.Wallet;
import io.heliograph.ledger.Wallets;
import io.heliograph.portal.Confirmation;
import io.heliograph.portal.Flash;
import io.heliograph.portal.Fmt;
import io.heliograph.portal.Screens;
import io.heliograph.portal.Words;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.Tenant;
import io.heliograph.tenants.TenantKind;
import io.heliograph.tenants.Tenants;
import java.util.List;
import java.util.Map;
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

/** Credits taken back from a customer, after a question that names how many. */
@Controller
@RequestMapping("/customers/{id}/take-backs")
@MayUse(
        value = Permission.SELL,
        kinds = {TenantKind.OPERATOR, TenantKind.RESELLER})
class TakeBackController {

    private static final String TEMPLATE = "customers/take-back-credits";

    private final Tenants tenants;
    private final Wallets wallets;
    private final CreditMoves moves;
    private final Words words;
    private final Fmt fmt;

    TakeBackController(Tenants tenants, Wallets wallets, CreditMoves moves, Words words, Fmt fmt) {
        this.tenants = tenants;
        this.wallets = wallets;
        this.moves = moves;
        this.words = words;
        this.fmt = fmt;
    }

    @GetMapping
    String form(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, Model model) {
        model.addAttribute("view", view(tenants.child(who.tenantId(), id)));
        model.addAttribute("form", AmountForm.empty());
        return TEMPLATE;
    }

    /** Asks first; the answer comes back here with the same fields. */
    @PostMapping
    ModelAndView takeBack(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @ModelAttribute("form") AmountForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        Tenant customer = tenants.child(who.tenantId(), id);
        form.check(errors);
        if (!errors.hasErrors() && !form.sure()) {
            checkLimit(customer, form, errors);
        }
        if (errors.hasErrors()) {
            return again(customer);
        }
        if (!form.sure()) {
            return Screens.confirm(question(customer, form));
        }
        try {
            String note = form.note().isEmpty() ? null : form.note();
            moves.takeBack(who.tenantId(), customer, form.credits(), form.key(), note, who.userId());
        } catch (TakeBackTooLargeException tooLarge) {
            reject(errors, tooLarge.atMost());
            return again(customer);
        }
        Flash.done(redirect, "customers.credits.taken", fmt.inCredits(form.credits()), customer.name());
        return new ModelAndView("redirect:/customers/" + id);
    }

    private void checkLimit(Tenant customer, AmountForm form, BindingResult errors) {
        Credits most = most(wallets.get(customer.id()));
        if (form.credits().compareTo(most) > 0) {
            reject(errors, most);
        }
    }

    private void reject(BindingResult errors, Credits most) {
        errors.rejectValue("amount", "customers.take-back.most", new Object[] {fmt.inCredits(most)}, "");
    }

    private ModelAndView again(Tenant customer) {
        return Screens.invalid(TEMPLATE).addObject("view", view(customer));
    }

    private CreditsView view(Tenant customer) {
        Wallet wallet = wallets.get(customer.id());
        return new CreditsView(customer, wallet, most(wallet).tenThousandths(), false);
    }

    private Confirmation question(Tenant customer, AmountForm form) {
        String credits = fmt.inCredits(form.credits());
        String left = fmt.inCredits(wallets.get(customer.id()).balance().minus(form.credits()));
        return new Confirmation(
                words.of("customers.take-back.question", credits, customer.name()),
                List.of(
                        words.of("customers.take-back.left", customer.name(), left),
                        words.of("customers.take-back.yours"),
                        words.of("customers.take-back.undo")),
                words.of("customers.take-back.button", credits, customer.name()),
                "/customers/" + customer.id() + "/take-backs",
                "/customers/" + customer.id(),
                Map.of("amount", form.amount(), "note", form.note(), "key", form.key(), "sure", "true"));
    }

    private static Credits most(Wallet wallet) {
        return wallet.balance().isNegative() ? Credits.ZERO : wallet.balance();
    }
}

package io.heliograph.portal.prices;

import io.heliograph.audit.Act;
import io.heliograph.audit.AuditLog;
import io.heliograph.audit.NewEntry;
import io.heliograph.ledger.Credits;
import io.heliograph.portal.Confirmation;
import io.heliograph.portal.Flash;
import io.heliograph.portal.Fmt;
import io.heliograph.portal.Screens;
import io.heliograph.portal.TypedCredits;
import io.heliograph.portal.Words;
import io.heliograph.rates.PriceLists;
import io.heliograph.rates.PriceRow;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.Tenant;
import io.heliograph.tenants.TenantKind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Setting and removing a price. */
@Controller
@RequestMapping("/prices")
@MayUse(
        value = Permission.SELL,
        kinds = {TenantKind.OPERATOR, TenantKind.RESELLER})
class PriceController {

    private final PricePages pages;
    private final PriceLists prices;
    private final AuditLog audit;
    private final Words words;
    private final Fmt fmt;

    PriceController(PricePages pages, PriceLists prices, AuditLog audit, Words words, Fmt fmt) {
        this.pages = pages;
        this.prices = prices;
        this.audit = audit;
        this.words = words;
        this.fmt = fmt;
    }

    /** The fields come from the address, so that a price can be changed from where it is shown. */
    @GetMapping("/new")
    String form(@AuthenticationPrincipal SignedIn who, @ModelAttribute("form") PriceForm form, Model model) {
        pages.customer(who.tenantId(), form.customer());
        model.addAttribute("customers", pages.customers(who.tenantId()));
        model.addAttribute("check", checked(who, form));
        return "prices/new";
    }

    /** What a price would mean, while it is typed. */
    @GetMapping("/check")
    String check(@AuthenticationPrincipal SignedIn who, @ModelAttribute("form") PriceForm form, Model model) {
        model.addAttribute("check", checked(who, form));
        return "prices/new :: check";
    }

    @PostMapping
    ModelAndView set(
            @AuthenticationPrincipal SignedIn who,
            @ModelAttribute("form") PriceForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        UUID sellerId = who.tenantId();
        Tenant customer = pages.customer(sellerId, form.customer());
        form.check(errors);
        if (errors.hasErrors()) {
            return Screens.invalid("prices/new")
                    .addObject("customers", pages.customers(sellerId))
                    .addObject("check", checked(who, form));
        }
        audit.with(
                new NewEntry(
                        customer == null ? sellerId : customer.id(),
                        Act.PRICE_SET,
                        null,
                        where(form.digits()),
                        form.credits().toString()),
                () -> prices.set(
                        sellerId,
                        form.customer(),
                        Objects.requireNonNull(form.product()),
                        form.digits(),
                        form.credits(),
                        who.userId()));
        flash(checked(who, form).margin(), where(form.digits()), redirect);
        return new ModelAndView(back(customer == null ? null : customer.id()));
    }

    @GetMapping("/{rateId}/removal")
    ModelAndView ask(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID rateId,
            @RequestParam(required = false) @Nullable UUID customer) {
        PriceRow row = row(who, customer, rateId);
        String where = where(row.prefix());
        return Screens.confirm(new Confirmation(
                words.of("prices.remove.title", where),
                List.of(words.of("prices.remove.what"), words.of("prices.remove.undo")),
                words.of("prices.remove.button", where),
                "/prices/" + rateId + "/removal",
                customer == null ? "/prices" : "/prices?customer=" + customer,
                customer == null ? Map.of() : Map.of("customer", customer.toString())));
    }

    @PostMapping("/{rateId}/removal")
    String remove(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID rateId,
            @RequestParam(required = false) @Nullable UUID customer,
            RedirectAttributes redirect) {
        PriceRow row = row(who, customer, rateId);
        audit.with(
                new NewEntry(
                        customer == null ? who.tenantId() : customer, Act.PRICE_REMOVED, rateId, where(row.prefix())),
                () -> prices.remove(who.tenantId(), rateId));
        Flash.done(redirect, "prices.removed", where(row.prefix()));
        return back(customer);
    }

    private PriceRow row(SignedIn who, @Nullable UUID customer, UUID rateId) {
        pages.customer(who.tenantId(), customer);
        return pages.find(who.tenantId(), customer, rateId)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private PriceCheck checked(SignedIn who, PriceForm form) {
        boolean operator = who.tenantKind() == TenantKind.OPERATOR;
        if (!form.hasPrefix()) {
            return new PriceCheck(operator, true, null, null, null);
        }
        return new PriceCheck(
                operator,
                false,
                Destinations.country(form.digits()).orElse(null),
                pages.sellerPays(who.tenantId(), Objects.requireNonNull(form.product()), form.digits())
                        .orElse(null),
                TypedCredits.read(form.price()).orElse(null));
    }

    private void flash(@Nullable Credits margin, String where, RedirectAttributes redirect) {
        if (margin != null && margin.isNegative()) {
            Flash.alert(redirect, "prices.saved.loss", where, fmt.inCredits(margin.negate()));
        } else {
            Flash.done(redirect, "prices.saved", where);
        }
    }

    private String where(String prefix) {
        return prefix.isEmpty() ? words.of("prices.everywhere") : "+" + prefix;
    }

    private static String back(@Nullable UUID customer) {
        return customer == null ? "redirect:/prices" : "redirect:/prices?customer=" + customer;
    }
}

package io.heliograph.portal.credits;

import io.heliograph.portal.Screens;
import io.heliograph.portal.WaysBack;
import io.heliograph.purchases.Purchases;
import io.heliograph.purchases.ReturnUrls;
import io.heliograph.purchases.StartResult;
import io.heliograph.purchases.StartResult.Refused;
import io.heliograph.purchases.StartResult.Started;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.TenantKind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Buying a package: to the checkout, and what is shown to the buyer who comes back. */
@Controller
@RequestMapping("/credits/purchases")
class PurchasesController {

    private final Purchases purchases;
    private final PurchasePage page;
    private final CreditsPage credits;
    private final WaysBack waysBack;

    PurchasesController(Purchases purchases, PurchasePage page, CreditsPage credits, WaysBack waysBack) {
        this.purchases = purchases;
        this.page = page;
        this.credits = credits;
        this.waysBack = waysBack;
    }

    /** 303 to the checkout; nothing is charged until the buyer pays there. */
    @PostMapping
    @MayUse(
            value = Permission.PAY,
            kinds = {TenantKind.CUSTOMER, TenantKind.RESELLER})
    ModelAndView buy(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(name = "package", required = false) @Nullable UUID packageId) {
        if (packageId == null) {
            return refused(who, null, "NONE_CHOSEN");
        }
        StartResult result = purchases.start(who.tenantId(), packageId, who.userId(), returnUrls(who));
        return switch (result) {
            case Started started -> checkout(started.checkoutUrl());
            case Refused refused -> refused(who, packageId, refused.reason().name());
        };
    }

    /** Where the checkout sends the buyer back to; {@code back} says that they turned back. */
    @GetMapping("/{id}")
    @MayUse(
            value = Permission.LOOK,
            kinds = {TenantKind.CUSTOMER, TenantKind.RESELLER})
    String show(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean back,
            Model model) {
        model.addAttribute("view", page.view(who, id, back));
        return "credits/purchase";
    }

    /** The part of that page that changes; nothing if the reader has seen this. */
    @GetMapping("/{id}/state")
    @MayUse(
            value = Permission.LOOK,
            kinds = {TenantKind.CUSTOMER, TenantKind.RESELLER})
    ModelAndView state(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String v,
            @RequestParam(defaultValue = "false") boolean back) {
        PurchaseView view = page.view(who, id, back);
        return view.live().isNewerThan(v)
                ? new ModelAndView("credits/purchase :: state").addObject("view", view)
                : Screens.unchanged();
    }

    private ModelAndView refused(SignedIn who, @Nullable UUID packageId, String reason) {
        return Screens.invalid("credits/credits")
                .addObject("view", credits.view(who, packageId, null))
                .addObject("refusal", reason);
    }

    private static ModelAndView checkout(String url) {
        RedirectView redirect = new RedirectView(url);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        redirect.setExposeModelAttributes(false);
        return new ModelAndView(redirect);
    }

    private ReturnUrls returnUrls(SignedIn who) {
        String page = waysBack.to(who.brand(), "/credits/purchases/" + ReturnUrls.PURCHASE_ID);
        return new ReturnUrls(page + "?session=" + ReturnUrls.SESSION_ID, page + "?back=true");
    }
}

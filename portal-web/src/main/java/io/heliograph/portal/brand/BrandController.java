package io.heliograph.portal.brand;

import io.heliograph.portal.Flash;
import io.heliograph.portal.Screens;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.Brands;
import io.heliograph.tenants.HostTakenException;
import io.heliograph.tenants.TenantKind;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Name, colour, addresses and host of a reseller's portal. */
@Controller
@RequestMapping("/brand")
class BrandController {

    private static final String TEMPLATE = "brand/brand";

    private final Brands brands;
    private final BrandPage page;

    BrandController(Brands brands, BrandPage page) {
        this.brands = brands;
        this.page = page;
    }

    @GetMapping
    @MayUse(value = Permission.LOOK, kinds = TenantKind.RESELLER)
    String show(@AuthenticationPrincipal SignedIn who, Model model) {
        BrandForm form = page.form(who.tenantId());
        model.addAttribute("form", form);
        model.addAttribute("view", page.view(who));
        model.addAttribute("preview", page.preview(form.accent()));
        return TEMPLATE;
    }

    /** What a colour makes of buttons, links and bubbles, while it is chosen. */
    @GetMapping("/preview")
    @MayUse(value = Permission.MANAGE, kinds = TenantKind.RESELLER)
    String preview(@RequestParam(defaultValue = "") String accent, Model model) {
        model.addAttribute("preview", page.preview(accent));
        return TEMPLATE + " :: preview";
    }

    @PostMapping
    @MayUse(value = Permission.MANAGE, kinds = TenantKind.RESELLER)
    ModelAndView change(
            @AuthenticationPrincipal SignedIn who,
            @ModelAttribute("form") BrandForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        form.check(errors);
        if (!errors.hasFieldErrors("host") && page.isOwnHost(form.host())) {
            errors.rejectValue("host", "brand.host.own");
        }
        if (!errors.hasErrors()) {
            try {
                brands.change(who.tenantId(), form.change());
            } catch (HostTakenException _) {
                errors.rejectValue("host", "brand.host.taken");
            }
        }
        if (errors.hasErrors()) {
            return Screens.invalid(TEMPLATE)
                    .addObject("view", page.view(who))
                    .addObject("preview", page.preview(form.accent()));
        }
        Flash.done(redirect, "brand.saved");
        return new ModelAndView("redirect:/brand");
    }
}

package io.heliograph.portal.companysignin;

import io.heliograph.federation.CompanyProvider;
import io.heliograph.federation.CompanyProviders;
import io.heliograph.federation.UnreachableProviderException;
import io.heliograph.portal.Confirmation;
import io.heliograph.portal.Flash;
import io.heliograph.portal.Screens;
import io.heliograph.portal.Words;
import io.heliograph.signin.InPerson;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.PublicUrl;
import io.heliograph.tenants.Role;
import io.heliograph.tenants.TenantKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** A seller's own OpenID provider: set, changed, taken away. */
@Controller
@RequestMapping("/company-sign-in")
@MayUse(
        value = Permission.MANAGE,
        kinds = {TenantKind.OPERATOR, TenantKind.RESELLER})
@InPerson
class CompanySignInController {

    private static final String TEMPLATE = "companysignin/form";

    private final CompanyProviders providers;
    private final PublicUrl publicUrl;
    private final Words words;

    CompanySignInController(CompanyProviders providers, PublicUrl publicUrl, Words words) {
        this.providers = providers;
        this.publicUrl = publicUrl;
        this.words = words;
    }

    @GetMapping
    String form(@AuthenticationPrincipal SignedIn who, Model model) {
        model.addAttribute(
                "form",
                providers
                        .of(who.tenantId())
                        .map(CompanySignInForm::of)
                        .orElseGet(() -> CompanySignInForm.empty(who.tenantName())));
        return TEMPLATE;
    }

    @PostMapping
    ModelAndView save(
            @AuthenticationPrincipal SignedIn who,
            @ModelAttribute("form") CompanySignInForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        Optional<CompanyProvider> before = providers.of(who.tenantId());
        form.check(before.isPresent(), errors);
        if (!errors.hasErrors()) {
            try {
                String secret = before.map(CompanyProvider::clientSecret).orElse("");
                providers.save(form.provider(who.tenantId(), secret));
                Flash.done(redirect, "company.saved", form.label());
                return new ModelAndView("redirect:/company-sign-in");
            } catch (UnreachableProviderException unreachable) {
                errors.rejectValue("issuer", "company.issuer." + unreachable.why());
            }
        }
        return Screens.invalid(TEMPLATE);
    }

    @GetMapping("/removal")
    ModelAndView askToRemove() {
        return Screens.confirm(new Confirmation(
                words.of("company.remove.title"),
                List.of(words.of("company.remove.what"), words.of("company.remove.undo")),
                words.of("company.remove.button"),
                "/company-sign-in/removal",
                "/company-sign-in",
                Map.of()));
    }

    @PostMapping("/removal")
    String remove(@AuthenticationPrincipal SignedIn who, RedirectAttributes redirect) {
        providers.remove(who.tenantId());
        Flash.done(redirect, "company.removed");
        return "redirect:/company-sign-in";
    }

    /** What the form shows around its fields. */
    @ModelAttribute("view")
    View view(@AuthenticationPrincipal SignedIn who) {
        return new View(
                providers.of(who.tenantId()).isPresent(),
                address(who, "/login/company/" + who.tenantId() + "/return"),
                address(who, "/login?at=" + who.tenantId()),
                List.of(Role.ADMIN, Role.FINANCE, Role.SENDER, Role.VIEWER));
    }

    /** On the seller's own host, where it has one: there its people are. */
    private String address(SignedIn who, String path) {
        String here = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
        return who.brand().host() == null ? publicUrl.of(path, here) : publicUrl.of(who.brand(), path);
    }

    /**
     * The surroundings of the form.
     *
     * @param returnAddress to be registered with the provider
     * @param signInAddress where its people sign in
     * @param roles that new people may get
     */
    record View(boolean set, String returnAddress, String signInAddress, List<Role> roles) {}
}

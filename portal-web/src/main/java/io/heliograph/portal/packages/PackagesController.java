package io.heliograph.portal.packages;

import io.heliograph.audit.Act;
import io.heliograph.audit.AuditLog;
import io.heliograph.audit.NewEntry;
import io.heliograph.portal.Confirmation;
import io.heliograph.portal.Flash;
import io.heliograph.portal.Screens;
import io.heliograph.portal.Words;
import io.heliograph.purchases.NewPackage;
import io.heliograph.purchases.Packages;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.TenantKind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** The packages a seller offers. */
@Controller
@RequestMapping("/packages")
class PackagesController {

    private final Packages packages;
    private final PackagePages pages;
    private final AuditLog audit;
    private final Words words;

    PackagesController(Packages packages, PackagePages pages, AuditLog audit, Words words) {
        this.packages = packages;
        this.pages = pages;
        this.audit = audit;
        this.words = words;
    }

    @GetMapping
    @MayUse(
            value = Permission.LOOK,
            kinds = {TenantKind.OPERATOR, TenantKind.RESELLER})
    String list(@AuthenticationPrincipal SignedIn who, Model model) {
        model.addAttribute("view", pages.list(who));
        return "packages/list";
    }

    @GetMapping("/new")
    @MayUse(
            value = Permission.SELL,
            kinds = {TenantKind.OPERATOR, TenantKind.RESELLER})
    String form(@AuthenticationPrincipal SignedIn who, @ModelAttribute("form") PackageForm form, Model model) {
        model.addAttribute("preview", pages.preview(who.tenantId(), form));
        return "packages/new";
    }

    /** What a package comes to, while it is typed. */
    @GetMapping("/preview")
    @MayUse(
            value = Permission.SELL,
            kinds = {TenantKind.OPERATOR, TenantKind.RESELLER})
    String preview(@AuthenticationPrincipal SignedIn who, @ModelAttribute("form") PackageForm form, Model model) {
        model.addAttribute("preview", pages.preview(who.tenantId(), form));
        return "packages/new :: preview";
    }

    @PostMapping
    @MayUse(
            value = Permission.SELL,
            kinds = {TenantKind.OPERATOR, TenantKind.RESELLER})
    ModelAndView add(
            @AuthenticationPrincipal SignedIn who,
            @ModelAttribute("form") PackageForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        form.check(errors);
        if (errors.hasErrors()) {
            return Screens.invalid("packages/new").addObject("preview", pages.preview(who.tenantId(), form));
        }
        NewPackage offer = new NewPackage(
                form.name(), Objects.requireNonNull(form.amount()), Objects.requireNonNull(form.money()));
        audit.with(
                new NewEntry(who.tenantId(), Act.PACKAGE_ADDED, null, form.name()),
                () -> packages.create(who.tenantId(), offer));
        Flash.done(redirect, "packages.added", form.name());
        return new ModelAndView("redirect:/packages");
    }

    @GetMapping("/{id}/retirement")
    @MayUse(
            value = Permission.SELL,
            kinds = {TenantKind.OPERATOR, TenantKind.RESELLER})
    ModelAndView ask(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        String name = pages.onSale(who.tenantId(), id).name();
        return Screens.confirm(new Confirmation(
                words.of("packages.retire.title", name),
                List.of(words.of("packages.retire.what"), words.of("packages.retire.undo")),
                words.of("packages.retire.button", name),
                "/packages/" + id + "/retirement",
                "/packages",
                Map.of()));
    }

    @PostMapping("/{id}/retirement")
    @MayUse(
            value = Permission.SELL,
            kinds = {TenantKind.OPERATOR, TenantKind.RESELLER})
    String retire(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, RedirectAttributes redirect) {
        String name = pages.onSale(who.tenantId(), id).name();
        audit.with(
                new NewEntry(who.tenantId(), Act.PACKAGE_RETIRED, id, name), () -> packages.retire(who.tenantId(), id));
        Flash.done(redirect, "packages.retired", name);
        return "redirect:/packages";
    }
}

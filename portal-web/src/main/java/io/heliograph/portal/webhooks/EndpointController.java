package io.heliograph.portal.webhooks;

import io.heliograph.audit.Act;
import io.heliograph.audit.AuditLog;
import io.heliograph.audit.NewEntry;
import io.heliograph.portal.Confirmation;
import io.heliograph.portal.Flash;
import io.heliograph.portal.Screens;
import io.heliograph.portal.Words;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.TenantKind;
import io.heliograph.webhooks.DeliveryState;
import io.heliograph.webhooks.Endpoints;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One endpoint: how it does, its deliveries, on, off and gone. */
@Controller
@RequestMapping("/webhooks/{id}")
class EndpointController {

    private final Endpoints endpoints;
    private final Found found;
    private final EndpointPage page;
    private final AuditLog audit;
    private final Words words;

    EndpointController(Endpoints endpoints, Found found, EndpointPage page, AuditLog audit, Words words) {
        this.endpoints = endpoints;
        this.found = found;
        this.page = page;
        this.audit = audit;
        this.words = words;
    }

    @GetMapping
    @MayUse(
            value = Permission.LOOK,
            kinds = {TenantKind.CUSTOMER, TenantKind.RESELLER})
    String show(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable DeliveryState state,
            @RequestParam(required = false) @Nullable UUID before,
            Model model) {
        model.addAttribute("view", page.view(who, id, new EndpointPage.Wish(state, before, null)));
        return "webhooks/endpoint";
    }

    /** What changes by itself on that page. {@code top} is the newest delivery that is shown: newer ones are announced. */
    @GetMapping("/live")
    @MayUse(
            value = Permission.LOOK,
            kinds = {TenantKind.CUSTOMER, TenantKind.RESELLER})
    ModelAndView live(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable DeliveryState state,
            @RequestParam(required = false) @Nullable UUID top,
            @RequestParam(defaultValue = "") String v) {
        EndpointView view = page.view(who, id, new EndpointPage.Wish(state, null, top));
        return view.version().equals(v)
                ? Screens.unchanged()
                : new ModelAndView("webhooks/endpoint :: live").addObject("view", view);
    }

    @PostMapping("/switching-on")
    @MayUse(
            value = Permission.CONNECT,
            kinds = {TenantKind.CUSTOMER, TenantKind.RESELLER})
    String switchOn(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, RedirectAttributes redirect) {
        audit.with(entry(who, Act.WEBHOOK_CHANGED, id, "on"), () -> endpoints.switchOn(who.tenantId(), id));
        Flash.done(redirect, "webhooks.switched-on");
        return "redirect:/webhooks/{id}";
    }

    @PostMapping("/switching-off")
    @MayUse(
            value = Permission.CONNECT,
            kinds = {TenantKind.CUSTOMER, TenantKind.RESELLER})
    String switchOff(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, RedirectAttributes redirect) {
        audit.with(entry(who, Act.WEBHOOK_CHANGED, id, "off"), () -> endpoints.switchOff(who.tenantId(), id));
        Flash.done(redirect, "webhooks.switched-off");
        return "redirect:/webhooks/{id}";
    }

    @GetMapping("/deletion")
    @MayUse(
            value = Permission.CONNECT,
            kinds = {TenantKind.CUSTOMER, TenantKind.RESELLER})
    ModelAndView askToDelete(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        EndpointLine line = EndpointLine.of(found.living(who.tenantId(), id), null);
        return Screens.confirm(new Confirmation(
                words.of("webhooks.delete.title", line.host()),
                List.of(
                        words.of("webhooks.delete.address", line.endpoint().url()),
                        words.of("webhooks.delete.waiting", page.waiting(who.tenantId(), id)),
                        words.of("webhooks.delete.kept")),
                words.of("webhooks.delete.button", line.host()),
                "/webhooks/" + id + "/deletion",
                "/webhooks/" + id,
                Map.of()));
    }

    @PostMapping("/deletion")
    @MayUse(
            value = Permission.CONNECT,
            kinds = {TenantKind.CUSTOMER, TenantKind.RESELLER})
    String delete(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, RedirectAttributes redirect) {
        EndpointLine line = EndpointLine.of(found.living(who.tenantId(), id), null);
        audit.with(entry(who, Act.WEBHOOK_DELETED, id, ""), () -> endpoints.delete(who.tenantId(), id));
        Flash.done(redirect, "webhooks.deleted", line.host());
        return "redirect:/webhooks";
    }

    private NewEntry entry(SignedIn who, Act act, UUID id, String detail) {
        String url = found.living(who.tenantId(), id).url();
        return new NewEntry(who.tenantId(), act, id, url, detail);
    }
}

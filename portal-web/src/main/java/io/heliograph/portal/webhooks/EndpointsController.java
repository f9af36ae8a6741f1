package io.heliograph.portal.webhooks;

import io.heliograph.audit.Act;
import io.heliograph.audit.AuditLog;
import io.heliograph.audit.NewEntry;
import io.heliograph.portal.Screens;
import io.heliograph.portal.ShownOnce;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.TenantKind;
import io.heliograph.webhooks.EndpointState;
import io.heliograph.webhooks.Endpoints;
import io.heliograph.webhooks.Figures;
import io.heliograph.webhooks.InvalidUrlException;
import io.heliograph.webhooks.IssuedSecret;
import io.heliograph.webhooks.TooManyEndpointsException;
import io.heliograph.webhooks.WebhookFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

/** The list of endpoints, and adding one. */
@Controller
@RequestMapping("/webhooks")
class EndpointsController {

    private final Endpoints endpoints;
    private final Figures figures;
    private final ShownOnce shownOnce;
    private final AuditLog audit;

    EndpointsController(Endpoints endpoints, Figures figures, ShownOnce shownOnce, AuditLog audit) {
        this.endpoints = endpoints;
        this.figures = figures;
        this.shownOnce = shownOnce;
        this.audit = audit;
    }

    @GetMapping
    @MayUse(
            value = Permission.LOOK,
            kinds = {TenantKind.CUSTOMER, TenantKind.RESELLER})
    String list(@AuthenticationPrincipal SignedIn who, Model model) {
        List<EndpointLine> lines = endpoints.list(who.tenantId()).stream()
                .filter(endpoint -> endpoint.state() != EndpointState.DELETED)
                .map(endpoint -> EndpointLine.of(endpoint, figures.of(who.tenantId(), endpoint.id())))
                .toList();
        model.addAttribute("view", new EndpointsView(lines, who.may(Permission.CONNECT)));
        return "webhooks/list";
    }

    record EndpointsView(List<EndpointLine> lines, boolean mayChange) {}

    @GetMapping("/new")
    @MayUse(
            value = Permission.CONNECT,
            kinds = {TenantKind.CUSTOMER, TenantKind.RESELLER})
    String form(@RequestParam(required = false) @Nullable String format, Model model) {
        model.addAttribute("form", new EndpointForm("", format));
        return "webhooks/new";
    }

    @PostMapping
    @MayUse(
            value = Permission.CONNECT,
            kinds = {TenantKind.CUSTOMER, TenantKind.RESELLER})
    ModelAndView create(
            @AuthenticationPrincipal SignedIn who,
            @ModelAttribute("form") EndpointForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        Optional<WebhookFormat> format = form.wanted();
        if (format.isEmpty()) {
            errors.rejectValue("format", "webhooks.format.missing");
            return Screens.invalid("webhooks/new");
        }
        try {
            IssuedSecret issued = audit.with(
                    new NewEntry(who.tenantId(), Act.WEBHOOK_ADDED, null, form.url()),
                    () -> endpoints.create(who.tenantId(), form.url(), format.get()));
            shownOnce.pass(redirect, issued.secret());
            return new ModelAndView("redirect:/webhooks/" + issued.endpointId() + "/secret");
        } catch (InvalidUrlException invalid) {
            errors.rejectValue("url", "webhooks.url." + invalid.problem());
        } catch (TooManyEndpointsException many) {
            errors.reject("webhooks.too-many", new Object[] {many.most()}, null);
        }
        return Screens.invalid("webhooks/new");
    }

    @ModelAttribute("formats")
    List<String> formats() {
        return Arrays.stream(WebhookFormat.values()).map(WebhookFormat::code).toList();
    }
}

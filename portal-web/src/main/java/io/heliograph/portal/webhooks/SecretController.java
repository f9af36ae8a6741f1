package io.heliograph.portal.webhooks;

import io.heliograph.audit.Act;
import io.heliograph.audit.AuditLog;
import io.heliograph.audit.NewEntry;
import io.heliograph.portal.Confirmation;
import io.heliograph.portal.Flash;
import io.heliograph.portal.Screens;
import io.heliograph.portal.ShownOnce;
import io.heliograph.portal.Words;
import io.heliograph.signin.InPerson;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.TenantKind;
import io.heliograph.webhooks.Endpoint;
import io.heliograph.webhooks.EndpointState;
import io.heliograph.webhooks.Endpoints;
import io.heliograph.webhooks.IssuedSecret;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An endpoint's secret: shown once, then the endpoint goes on; replaced with an overlap. */
@Controller
@RequestMapping("/webhooks/{id}")
@MayUse(
        value = Permission.CONNECT,
        kinds = {TenantKind.CUSTOMER, TenantKind.RESELLER})
@InPerson
class SecretController {

    private final Endpoints endpoints;
    private final Found found;
    private final ShownOnce shownOnce;
    private final AuditLog audit;
    private final Words words;

    SecretController(Endpoints endpoints, Found found, ShownOnce shownOnce, AuditLog audit, Words words) {
        this.endpoints = endpoints;
        this.found = found;
        this.shownOnce = shownOnce;
        this.audit = audit;
        this.words = words;
    }

    /** Never stored by a browser; loaded a second time, it says so and offers another secret. */
    @GetMapping("/secret")
    String show(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, Model model) {
        Endpoint endpoint = found.living(who.tenantId(), id);
        String secret = shownOnce.take(model).orElse(null);
        model.addAttribute("view", new SecretView(EndpointLine.of(endpoint, null), secret));
        return "webhooks/secret";
    }

    /**
     * A secret that is shown.
     *
     * @param secret null when it was shown before
     */
    record SecretView(EndpointLine line, @Nullable String secret) {

        public boolean waits() {
            return line.endpoint().state() == EndpointState.PENDING;
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return "SecretView[" + line.endpoint().id() + "]";
        }
    }

    @PostMapping("/activation")
    String activate(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, RedirectAttributes redirect) {
        endpoints.activate(who.tenantId(), id);
        Flash.done(redirect, "webhooks.activated");
        return "redirect:/webhooks/{id}";
    }

    @GetMapping("/rotation")
    ModelAndView askToRotate(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        EndpointLine line = EndpointLine.of(found.living(who.tenantId(), id), null);
        return Screens.confirm(new Confirmation(
                words.of("webhooks.rotate.title", line.host()),
                List.of(words.of("webhooks.rotate.what"), words.of("webhooks.rotate.overlap")),
                words.of("webhooks.rotate.button", line.host()),
                "/webhooks/" + id + "/rotation",
                "/webhooks/" + id,
                Map.of()));
    }

    @PostMapping("/rotation")
    String rotate(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, RedirectAttributes redirect) {
        String url = found.living(who.tenantId(), id).url();
        IssuedSecret issued = audit.with(
                new NewEntry(who.tenantId(), Act.WEBHOOK_SECRET_MADE, id, url),
                () -> endpoints.rotate(who.tenantId(), id));
        shownOnce.pass(redirect, issued.secret());
        return "redirect:/webhooks/{id}/secret";
    }
}

package io.heliograph.portal.smpp;

import io.heliograph.portal.Screens;
import io.heliograph.portal.ShownOnce;
import io.heliograph.signin.InPerson;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.smppserver.IssuedSmppCredential;
import io.heliograph.smppserver.SmppCredential;
import io.heliograph.smppserver.SmppCredentials;
import io.heliograph.tenants.TenantKind;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/** A customer's SMPP credentials: listed, made, shown once; with the sessions that are bound. */
@Controller
@RequestMapping("/api-access/smpp")
@MayUse(value = Permission.CONNECT, kinds = TenantKind.CUSTOMER)
@InPerson
class SmppAccessController {

    private final SmppCredentials credentials;
    private final Lines lines;
    private final SmppAddress address;
    private final ShownOnce shownOnce;

    SmppAccessController(SmppCredentials credentials, Lines lines, SmppAddress address, ShownOnce shownOnce) {
        this.credentials = credentials;
        this.lines = lines;
        this.address = address;
        this.shownOnce = shownOnce;
    }

    @GetMapping
    @MayUse(value = Permission.LOOK, kinds = TenantKind.CUSTOMER)
    String show(@AuthenticationPrincipal SignedIn who, Model model) {
        List<SmppCredential> all = credentials.ofTenant(who.tenantId());
        model.addAttribute(
                "view",
                new AccessView(
                        all.stream().filter(one -> one.revokedAt() == null).toList(),
                        all.stream().filter(one -> one.revokedAt() != null).toList(),
                        new SessionsView(
                                lines.of(who.tenantId()), false, who.may(Permission.CONNECT), "/api-access/smpp"),
                        address.host(),
                        address.port(),
                        address.tlsPort()));
        return "smpp/access";
    }

    /**
     * A customer's SMPP.
     *
     * @param credentials those that work
     * @param port null where it is switched off
     * @param tlsPort null where there is none
     */
    record AccessView(
            List<SmppCredential> credentials,
            List<SmppCredential> revoked,
            SessionsView sessions,
            String host,
            @Nullable String port,
            @Nullable String tlsPort) {}

    @GetMapping("/new")
    String form(Model model) {
        model.addAttribute("form", SmppForm.empty());
        return "smpp/new";
    }

    @PostMapping
    ModelAndView create(
            @AuthenticationPrincipal SignedIn who,
            @Valid @ModelAttribute("form") SmppForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        return form.limits(errors)
                .map(limits -> credentials.create(who.tenantId(), form.name(), limits, who.userId()))
                .map(issued -> shown(issued, redirect))
                .orElseGet(() -> Screens.invalid("smpp/new"));
    }

    private ModelAndView shown(IssuedSmppCredential issued, RedirectAttributes redirect) {
        shownOnce.pass(redirect, issued.password());
        return new ModelAndView(
                "redirect:/api-access/smpp/" + issued.credential().id() + "/password");
    }

    /** Loaded a second time, it says that the password was shown. */
    @GetMapping("/{id}/password")
    String password(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, Model model) {
        SmppCredential credential = credentials.get(who.tenantId(), id);
        String password = shownOnce.take(model).orElse(null);
        model.addAttribute(
                "view", new PasswordView(credential, password, address.host(), address.port(), address.tlsPort()));
        return "smpp/password";
    }

    /**
     * A password that is shown.
     *
     * @param password null when it was shown before
     */
    record PasswordView(
            SmppCredential credential,
            @Nullable String password,
            String host,
            @Nullable String port,
            @Nullable String tlsPort) {

        /** Without the password. */
        @Override
        public String toString() {
            return "PasswordView[" + credential.systemId() + "]";
        }
    }
}

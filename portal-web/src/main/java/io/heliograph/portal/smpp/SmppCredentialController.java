package io.heliograph.portal.smpp;

import io.heliograph.portal.Confirmation;
import io.heliograph.portal.Flash;
import io.heliograph.portal.Screens;
import io.heliograph.portal.ShownOnce;
import io.heliograph.portal.Words;
import io.heliograph.signin.InPerson;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.smppserver.SmppCredential;
import io.heliograph.smppserver.SmppCredentials;
import io.heliograph.tenants.TenantKind;
import jakarta.validation.Valid;
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

/** One SMPP credential: its limits, a new password, its end. */
@Controller
@RequestMapping("/api-access/smpp/{id}")
@MayUse(value = Permission.CONNECT, kinds = TenantKind.CUSTOMER)
@InPerson
class SmppCredentialController {

    private static final String PAGE = "/api-access/smpp";

    private final SmppCredentials credentials;
    private final ShownOnce shownOnce;
    private final Words words;

    SmppCredentialController(SmppCredentials credentials, ShownOnce shownOnce, Words words) {
        this.credentials = credentials;
        this.shownOnce = shownOnce;
        this.words = words;
    }

    @GetMapping
    String form(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, Model model) {
        SmppCredential credential = credentials.getWorking(who.tenantId(), id);
        model.addAttribute("credential", credential).addAttribute("form", SmppForm.of(credential));
        return "smpp/change";
    }

    @PostMapping
    ModelAndView change(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") SmppForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        SmppCredential credential = credentials.getWorking(who.tenantId(), id);
        return form.limits(errors)
                .map(limits -> {
                    credentials.change(who.tenantId(), id, form.name(), limits);
                    Flash.done(redirect, "smpp.changed", form.name());
                    return new ModelAndView("redirect:" + PAGE);
                })
                .orElseGet(() -> Screens.invalid("smpp/change").addObject("credential", credential));
    }

    @GetMapping("/rotation")
    ModelAndView askToRotate(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        SmppCredential credential = credentials.getWorking(who.tenantId(), id);
        return Screens.confirm(new Confirmation(
                words.of("smpp.rotate.title", credential.name()),
                List.of(words.of("smpp.rotate.what", credential.systemId()), words.of("smpp.rotate.sessions")),
                words.of("smpp.rotate.button", credential.name()),
                PAGE + "/" + id + "/rotation",
                PAGE + "/" + id,
                Map.of()));
    }

    @PostMapping("/rotation")
    String rotate(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, RedirectAttributes redirect) {
        shownOnce.pass(redirect, credentials.rotate(who.tenantId(), id).password());
        return "redirect:" + PAGE + "/" + id + "/password";
    }

    @GetMapping("/revocation")
    ModelAndView askToRevoke(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        SmppCredential credential = credentials.getWorking(who.tenantId(), id);
        return Screens.confirm(new Confirmation(
                words.of("smpp.revoke.title", credential.name()),
                List.of(
                        words.of("smpp.revoke.what", credential.systemId()),
                        words.of("smpp.revoke.receipts"),
                        words.of("smpp.revoke.undo")),
                words.of("smpp.revoke.button", credential.name()),
                PAGE + "/" + id + "/revocation",
                PAGE,
                Map.of()));
    }

    @PostMapping("/revocation")
    String revoke(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, RedirectAttributes redirect) {
        SmppCredential credential = credentials.get(who.tenantId(), id);
        credentials.revoke(who.tenantId(), id);
        Flash.done(redirect, "smpp.revoked", credential.name());
        return "redirect:" + PAGE;
    }
}

package io.heliograph.portal.apiaccess;

import io.heliograph.credentials.AnswerForm;
import io.heliograph.credentials.Credential;
import io.heliograph.credentials.Credentials;
import io.heliograph.credentials.IssuedCredential;
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
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** API credentials: made, shown once, changed, revoked. */
@Controller
@RequestMapping("/api-access/credentials")
@MayUse(value = Permission.CONNECT, kinds = TenantKind.CUSTOMER)
@InPerson
class CredentialsController {

    private final Credentials credentials;
    private final Samples samples;
    private final ShownOnce shownOnce;
    private final Words words;

    CredentialsController(Credentials credentials, Samples samples, ShownOnce shownOnce, Words words) {
        this.credentials = credentials;
        this.samples = samples;
        this.shownOnce = shownOnce;
        this.words = words;
    }

    @GetMapping("/new")
    String form(Model model) {
        model.addAttribute("form", CredentialForm.EMPTY);
        return "api-access/new";
    }

    @PostMapping
    ModelAndView create(
            @AuthenticationPrincipal SignedIn who,
            @Valid @ModelAttribute("form") CredentialForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        if (errors.hasErrors()) {
            return Screens.invalid("api-access/new");
        }
        IssuedCredential issued = credentials.create(who.tenantId(), form.name(), form.answer(), who.userId());
        shownOnce.pass(redirect, issued.secret());
        return new ModelAndView(
                "redirect:/api-access/credentials/" + issued.credential().id() + "/secret");
    }

    /** Loaded a second time, it says that the secret was shown. */
    @GetMapping("/{id}/secret")
    String secret(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, Model model) {
        Credential credential = credentials.get(who.tenantId(), id);
        String secret = shownOnce.take(model).orElse(null);
        model.addAttribute(
                "view", new SecretView(credential, secret, samples.firstCall(credential.username(), who.brand())));
        return "api-access/secret";
    }

    /**
     * A secret that is shown.
     *
     * @param secret null when it was shown before
     */
    record SecretView(Credential credential, @Nullable String secret, String firstCall) {

        /** Without the secret. */
        @Override
        public String toString() {
            return "SecretView[" + credential.username() + "]";
        }
    }

    @PostMapping("/{id}/answer")
    String changeAnswer(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam AnswerForm answer,
            RedirectAttributes redirect) {
        Credential credential = credentials.get(who.tenantId(), id);
        credentials.changeAnswerForm(who.tenantId(), id, answer);
        Flash.done(redirect, "api.answer.changed." + answer, credential.name());
        return "redirect:/api-access";
    }

    @GetMapping("/{id}/revocation")
    ModelAndView askToRevoke(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        Credential credential = credentials.get(who.tenantId(), id);
        return Screens.confirm(new Confirmation(
                words.of("api.revoke.title", credential.name()),
                List.of(
                        words.of("api.revoke.what", credential.username()),
                        words.of("api.revoke.undo"),
                        words.of("api.revoke.sent")),
                words.of("api.revoke.button", credential.name()),
                "/api-access/credentials/" + id + "/revocation",
                "/api-access",
                Map.of()));
    }

    @PostMapping("/{id}/revocation")
    String revoke(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, RedirectAttributes redirect) {
        Credential credential = credentials.get(who.tenantId(), id);
        credentials.revoke(who.tenantId(), id);
        Flash.done(redirect, "api.revoked", credential.name());
        return "redirect:/api-access";
    }

    @ModelAttribute("answers")
    List<AnswerForm> answers() {
        return List.of(AnswerForm.values());
    }
}

package io.heliograph.portal.apiaccess;

import io.heliograph.credentials.AnswerForm;
import io.heliograph.credentials.Credentials;
import io.heliograph.portal.Confirmation;
import io.heliograph.portal.Flash;
import io.heliograph.portal.Screens;
import io.heliograph.portal.Words;
import io.heliograph.signin.InPerson;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.TenantKind;
import jakarta.validation.Valid;
import java.time.Clock;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One credential: what it may do, from where and until when; changed and revoked. */
@Controller
@RequestMapping("/api-access/credentials/{id}")
@MayUse(
        value = Permission.CONNECT,
        kinds = {TenantKind.CUSTOMER, TenantKind.RESELLER})
@InPerson
class CredentialController {

    private final Accesses accesses;
    private final Credentials credentials;
    private final Words words;
    private final Clock clock;

    CredentialController(Accesses accesses, Credentials credentials, Words words, Clock clock) {
        this.accesses = accesses;
        this.credentials = credentials;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    @MayUse(
            value = Permission.LOOK,
            kinds = {TenantKind.CUSTOMER, TenantKind.RESELLER})
    String show(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, Model model) {
        model.addAttribute("view", new CredentialView(accesses.get(who.tenantId(), id), who.may(Permission.CONNECT)));
        return "api-access/credential";
    }

    /** A credential, and whether this person may change it. */
    record CredentialView(Access access, boolean mayChange) {}

    @GetMapping("/settings")
    String form(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, Model model) {
        Access access = accesses.get(who.tenantId(), id);
        model.addAttribute("access", access);
        model.addAttribute("form", AccessForm.of(access, who.zone()));
        return "api-access/settings";
    }

    @PostMapping("/settings")
    ModelAndView change(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") AccessForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        Access access = accesses.get(who.tenantId(), id);
        form.check(errors, who.zone(), clock.instant());
        if (errors.hasErrors()) {
            return Screens.invalid("api-access/settings").addObject("access", access);
        }
        accesses.change(who.tenantId(), id, form.name(), form.limits(who.zone(), access.limits()));
        Flash.done(redirect, "api.changed", form.name());
        return new ModelAndView("redirect:" + access.path());
    }

    @PostMapping("/answer")
    String changeAnswer(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam AnswerForm answer,
            RedirectAttributes redirect) {
        Access access = accesses.get(who.tenantId(), id);
        credentials.changeAnswerForm(who.tenantId(), id, answer);
        Flash.done(redirect, "api.answer.changed." + answer, access.name());
        return "redirect:" + access.path();
    }

    @GetMapping("/revocation")
    ModelAndView askToRevoke(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        Access access = accesses.get(who.tenantId(), id);
        return Screens.confirm(new Confirmation(
                words.of("api.revoke.title", access.name()),
                List.of(
                        words.of("api.revoke.what." + access.kind(), access.shown()),
                        words.of("api.revoke.undo"),
                        words.of("api.revoke.sent")),
                words.of("api.revoke.button", access.name()),
                access.path() + "/revocation",
                access.path(),
                Map.of()));
    }

    @PostMapping("/revocation")
    String revoke(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, RedirectAttributes redirect) {
        Access access = accesses.get(who.tenantId(), id);
        accesses.revoke(who.tenantId(), id);
        Flash.done(redirect, "api.revoked", access.name());
        return "redirect:/api-access";
    }

    @ModelAttribute("offeredScopes")
    List<ScopeChoice> scopes(@AuthenticationPrincipal SignedIn who) {
        return ScopeChoice.offeredTo(who.tenantKind());
    }
}

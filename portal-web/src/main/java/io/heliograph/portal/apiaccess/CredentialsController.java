package io.heliograph.portal.apiaccess;

import io.heliograph.credentials.AnswerForm;
import io.heliograph.portal.Screens;
import io.heliograph.portal.ShownOnce;
import io.heliograph.portal.apiaccess.Accesses.Issued;
import io.heliograph.signin.InPerson;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.TenantKind;
import jakarta.validation.Valid;
import java.time.Clock;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Credentials of all kinds: made, and their secret shown once. */
@Controller
@RequestMapping("/api-access/credentials")
@MayUse(
        value = Permission.CONNECT,
        kinds = {TenantKind.CUSTOMER, TenantKind.RESELLER})
@InPerson
class CredentialsController {

    private final Accesses accesses;
    private final Samples samples;
    private final ShownOnce shownOnce;
    private final Clock clock;

    CredentialsController(Accesses accesses, Samples samples, ShownOnce shownOnce, Clock clock) {
        this.accesses = accesses;
        this.samples = samples;
        this.shownOnce = shownOnce;
        this.clock = clock;
    }

    @GetMapping("/new")
    String form(
            @AuthenticationPrincipal SignedIn who, @RequestParam(defaultValue = "KEY") AccessKind kind, Model model) {
        boolean offered = AccessKind.offeredTo(who.tenantKind()).contains(kind);
        model.addAttribute("form", AccessForm.empty(offered ? kind : AccessKind.KEY));
        return "api-access/new";
    }

    @PostMapping
    ModelAndView create(
            @AuthenticationPrincipal SignedIn who,
            @Valid @ModelAttribute("form") AccessForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        form.check(errors, who.zone(), clock.instant());
        if (!AccessKind.offeredTo(who.tenantKind()).contains(form.kind())) {
            errors.reject("api.kind.wrong");
        }
        if (errors.hasErrors()) {
            return Screens.invalid("api-access/new");
        }
        Issued issued = accesses.make(
                who.tenantId(), form.kind(), form.name(), form.answer(), form.limits(who.zone(), null), who.userId());
        shownOnce.pass(redirect, issued.secret());
        return new ModelAndView("redirect:/api-access/credentials/" + issued.id() + "/secret");
    }

    /** Loaded a second time, it says that the secret was shown. */
    @GetMapping("/{id}/secret")
    String secret(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, Model model) {
        Access access = accesses.get(who.tenantId(), id);
        String secret = shownOnce.take(model).orElse(null);
        model.addAttribute(
                "view", new SecretView(access, secret, samples.firstCall(access.kind(), access.shown(), who.brand())));
        return "api-access/secret";
    }

    /**
     * A secret that is shown.
     *
     * @param secret null when it was shown before
     * @param firstCall for a terminal
     */
    record SecretView(Access access, @Nullable String secret, String firstCall) {

        /** Without the secret. */
        @Override
        public String toString() {
            return "SecretView[" + access.id() + "]";
        }
    }

    @ModelAttribute("kinds")
    List<AccessKind> kinds(@AuthenticationPrincipal SignedIn who) {
        return AccessKind.offeredTo(who.tenantKind());
    }

    @ModelAttribute("answers")
    List<AnswerForm> answers() {
        return List.of(AnswerForm.values());
    }

    @ModelAttribute("offeredScopes")
    List<ScopeChoice> scopes(@AuthenticationPrincipal SignedIn who) {
        return ScopeChoice.offeredTo(who.tenantKind());
    }
}

package io.heliograph.portal.apiaccess;

import io.heliograph.credentials.Credentials;
import io.heliograph.portal.Confirmation;
import io.heliograph.portal.Flash;
import io.heliograph.portal.Fmt;
import io.heliograph.portal.Screens;
import io.heliograph.portal.ShownOnce;
import io.heliograph.portal.Words;
import io.heliograph.portal.apiaccess.Accesses.Issued;
import io.heliograph.signin.InPerson;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.TenantKind;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

/** A new secret for a credential, and the end of the old one. */
@Controller
@RequestMapping("/api-access/credentials/{id}")
@MayUse(
        value = Permission.CONNECT,
        kinds = {TenantKind.CUSTOMER, TenantKind.RESELLER})
@InPerson
class RotationController {

    private final Accesses accesses;
    private final Credentials credentials;
    private final ShownOnce shownOnce;
    private final Words words;
    private final Fmt fmt;

    RotationController(Accesses accesses, Credentials credentials, ShownOnce shownOnce, Words words, Fmt fmt) {
        this.accesses = accesses;
        this.credentials = credentials;
        this.shownOnce = shownOnce;
        this.words = words;
        this.fmt = fmt;
    }

    @GetMapping("/rotation")
    String ask(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, Model model) {
        model.addAttribute("access", accesses.get(who.tenantId(), id));
        model.addAttribute("overlaps", List.of(Overlap.values()));
        return "api-access/rotation";
    }

    @PostMapping("/rotation")
    String rotate(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "DAY") Overlap overlap,
            RedirectAttributes redirect) {
        Issued issued = accesses.rotate(who.tenantId(), id, overlap.length(), who.userId());
        shownOnce.pass(redirect, issued.secret());
        return "redirect:/api-access/credentials/" + issued.id() + "/secret";
    }

    @GetMapping("/old-secret")
    ModelAndView askToEndOldSecret(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        Access access = accesses.get(who.tenantId(), id);
        String until = access.oldSecretUntil() == null ? "" : fmt.time(access.oldSecretUntil());
        return Screens.confirm(new Confirmation(
                words.of("api.old.title", access.name()),
                List.of(words.of("api.old.what", until), words.of("api.old.undo")),
                words.of("api.old.button", access.name()),
                access.path() + "/old-secret",
                access.path(),
                Map.of()));
    }

    @PostMapping("/old-secret")
    String endOldSecret(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, RedirectAttributes redirect) {
        Access access = accesses.get(who.tenantId(), id);
        credentials.endOldSecret(who.tenantId(), id);
        Flash.done(redirect, "api.old.ended", access.name());
        return "redirect:" + access.path();
    }
}

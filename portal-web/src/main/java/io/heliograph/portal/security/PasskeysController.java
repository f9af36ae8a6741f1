package io.heliograph.portal.security;

import io.heliograph.portal.Confirmation;
import io.heliograph.portal.Flash;
import io.heliograph.portal.Screens;
import io.heliograph.portal.Words;
import io.heliograph.protection.Passkey;
import io.heliograph.protection.Passkeys;
import io.heliograph.signin.InPerson;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.PasskeyExchange;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.signin.StepUps;
import io.heliograph.tenants.User;
import io.heliograph.tenants.Users;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Passkeys: made by the browser, named by their owner, taken away. */
@Controller
@RequestMapping("/security/passkeys")
@MayUse(Permission.LOOK)
@InPerson
class PasskeysController {

    private static final int LONGEST_LABEL = 60;

    private final PasskeyExchange exchange;
    private final Passkeys passkeys;
    private final Users users;
    private final StepUps stepUps;
    private final CodesPage codes;
    private final Words words;

    PasskeysController(
            PasskeyExchange exchange, Passkeys passkeys, Users users, StepUps stepUps, CodesPage codes, Words words) {
        this.exchange = exchange;
        this.passkeys = passkeys;
        this.users = users;
        this.stepUps = stepUps;
        this.codes = codes;
        this.words = words;
    }

    @GetMapping("/new")
    String form() {
        return "security/passkey";
    }

    @PostMapping(path = "/options", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String options(HttpServletRequest request, Authentication who) {
        return exchange.creation(request, who);
    }

    /** The form, with what the browser has made in a hidden field. */
    @PostMapping
    ModelAndView add(
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String label,
            @RequestParam(defaultValue = "") String key,
            RedirectAttributes redirect) {
        String name = label.strip();
        String problem = name.isEmpty() ? "missing" : name.length() > LONGEST_LABEL ? "long" : null;
        User user = users.get(who.tenantId(), who.userId());
        if (problem == null && !exchange.add(request, user, name, key)) {
            problem = "refused";
        }
        if (problem != null) {
            return Screens.invalid("security/passkey").addObject("label", name).addObject("refused", problem);
        }
        stepUps.passedByPasskey();
        return codes.afterFirstStep(user, redirect, "security.passkey.added");
    }

    @GetMapping("/{id}/removal")
    ModelAndView askToRemove(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        String label = own(who, id).label();
        return Screens.confirm(new Confirmation(
                words.of("security.passkey.remove.title", label),
                List.of(words.of("security.passkey.remove.what"), words.of("security.passkey.remove.undo")),
                words.of("security.passkey.remove.button", label),
                "/security/passkeys/" + id + "/removal",
                "/security",
                Map.of()));
    }

    @PostMapping("/{id}/removal")
    String remove(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, RedirectAttributes redirect) {
        String label = own(who, id).label();
        passkeys.remove(users.get(who.tenantId(), who.userId()), id);
        Flash.done(redirect, "security.passkey.removed", label);
        return "redirect:/security";
    }

    private Passkey own(SignedIn who, UUID id) {
        return passkeys.ofUser(who.userId()).stream()
                .filter(key -> key.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}

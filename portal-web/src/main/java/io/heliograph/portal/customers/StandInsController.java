package io.heliograph.portal.customers;

import io.heliograph.portal.Confirmation;
import io.heliograph.portal.Screens;
import io.heliograph.portal.Words;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.signin.StandIns;
import io.heliograph.tenants.TenantKind;
import io.heliograph.tenants.Tenants;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Signing in as one of a customer's people, after a question that says what it means. */
@Controller
@RequestMapping("/customers/{id}/people/{userId}/stand-ins")
@MayUse(
        value = Permission.MANAGE,
        kinds = {TenantKind.OPERATOR, TenantKind.RESELLER})
class StandInsController {

    private final StandIns standIns;
    private final Tenants tenants;
    private final Words words;

    StandInsController(StandIns standIns, Tenants tenants, Words words) {
        this.standIns = standIns;
        this.tenants = tenants;
        this.words = words;
    }

    @GetMapping
    ModelAndView ask(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @PathVariable UUID userId) {
        String name = standIns.target(who, id, userId).name();
        return Screens.confirm(new Confirmation(
                words.of("standin.ask.title", name),
                List.of(words.of("standin.ask.see", tenants.get(id).name()), words.of("standin.ask.log")),
                words.of("standin.ask.button", name),
                "/customers/" + id + "/people/" + userId + "/stand-ins",
                "/customers/" + id,
                Map.of()));
    }

    @PostMapping
    String begin(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @PathVariable UUID userId) {
        standIns.begin(who, id, userId);
        return "redirect:/";
    }
}

package io.heliograph.portal.smpp;

import io.heliograph.portal.Confirmation;
import io.heliograph.portal.Flash;
import io.heliograph.portal.Screens;
import io.heliograph.portal.Words;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.smppserver.SmppSession;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The SMPP sessions that are bound, of a tenant and all below it, on all nodes; and ending one. */
@Controller
@RequestMapping("/smpp-sessions")
class SessionsController {

    private static final String PAGE = "/smpp-sessions";

    private final Lines lines;
    private final Words words;

    SessionsController(Lines lines, Words words) {
        this.lines = lines;
        this.words = words;
    }

    @GetMapping
    @MayUse(
            value = Permission.LOOK,
            kinds = {TenantKind.OPERATOR, TenantKind.RESELLER})
    String show(@AuthenticationPrincipal SignedIn who, Model model) {
        model.addAttribute("view", new SessionsView(lines.of(who.tenantId()), true, who.may(Permission.CONNECT), PAGE));
        return "smpp/sessions";
    }

    @GetMapping("/{id}/ending")
    @MayUse(Permission.CONNECT)
    ModelAndView ask(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        SmppSession session = lines.get(who.tenantId(), id);
        return Screens.confirm(new Confirmation(
                words.of("smpp.end.title", session.systemId(), session.remote()),
                List.of(words.of("smpp.end.what"), words.of("smpp.end.again")),
                words.of("smpp.end.button"),
                PAGE + "/" + id + "/ending",
                back(who),
                Map.of()));
    }

    @PostMapping("/{id}/ending")
    @MayUse(Permission.CONNECT)
    String end(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, RedirectAttributes redirect) {
        SmppSession session = lines.get(who.tenantId(), id);
        lines.unbind(who.tenantId(), id);
        Flash.done(redirect, "smpp.ended", session.systemId());
        return "redirect:" + back(who);
    }

    private static String back(SignedIn who) {
        return who.tenantKind() == TenantKind.CUSTOMER ? "/api-access/smpp" : PAGE;
    }
}

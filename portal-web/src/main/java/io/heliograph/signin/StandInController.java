package io.heliograph.signin;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** The way out of being signed in as somebody else. */
@Controller
@MayUse(Permission.LOOK)
class StandInController {

    private final StandIns standIns;

    StandInController(StandIns standIns) {
        this.standIns = standIns;
    }

    /** Back to the account where it began. */
    @PostMapping("/stand-in/leaving")
    String leave(@AuthenticationPrincipal SignedIn who) {
        standIns.leave(who);
        return who.standIn() == null ? "redirect:/" : "redirect:/customers";
    }
}

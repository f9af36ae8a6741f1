package io.heliograph.portal.security;

import io.heliograph.portal.Flash;
import io.heliograph.portal.ShownOnce;
import io.heliograph.protection.RecoveryCodes;
import io.heliograph.tenants.User;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The way to the page that shows new recovery codes once. */
@Component
class CodesPage {

    private final RecoveryCodes recovery;
    private final ShownOnce shownOnce;

    CodesPage(RecoveryCodes recovery, ShownOnce shownOnce) {
        this.recovery = recovery;
        this.shownOnce = shownOnce;
    }

    /** Whoever has set up a first second step gets recovery codes with it. */
    ModelAndView afterFirstStep(User user, RedirectAttributes redirect, String done) {
        Flash.done(redirect, done);
        return recovery.left(user.id()) > 0 ? new ModelAndView("redirect:/security") : fresh(user, redirect);
    }

    /** Makes new ones and leads to where they are shown. */
    ModelAndView fresh(User user, RedirectAttributes redirect) {
        shownOnce.pass(redirect, String.join("\n", recovery.make(user)));
        return new ModelAndView("redirect:/security/codes");
    }
}

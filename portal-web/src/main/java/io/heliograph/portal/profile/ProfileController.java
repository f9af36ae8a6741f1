package io.heliograph.portal.profile;

import io.heliograph.portal.Flash;
import io.heliograph.portal.Zones;
import io.heliograph.signin.InPerson;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.Tenants;
import io.heliograph.tenants.User;
import io.heliograph.tenants.Users;
import java.time.ZoneId;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own profile. */
@Controller
@RequestMapping("/profile")
class ProfileController {

    private final Users users;
    private final Tenants tenants;

    ProfileController(Users users, Tenants tenants) {
        this.users = users;
        this.tenants = tenants;
    }

    @GetMapping
    @MayUse(Permission.LOOK)
    ModelAndView show(@AuthenticationPrincipal SignedIn who) {
        ZoneId zone = users.get(who.tenantId(), who.userId()).zone();
        return page(who, zone == null ? "" : zone.getId(), false);
    }

    /** @param zone a name of {@link Zones}; empty for the tenant's */
    @PostMapping("/zone")
    @MayUse(Permission.LOOK)
    @InPerson
    ModelAndView changeZone(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String zone,
            RedirectAttributes redirect) {
        if (!zone.isEmpty() && !Zones.ALL.contains(zone)) {
            return page(who, zone, true);
        }
        users.changeZone(who.tenantId(), who.userId(), zone.isEmpty() ? null : ZoneId.of(zone));
        Flash.done(redirect, "profile.zone.changed");
        return new ModelAndView("redirect:/profile");
    }

    private ModelAndView page(SignedIn who, String chosen, boolean wrong) {
        User user = users.get(who.tenantId(), who.userId());
        String tenantZone = tenants.get(who.tenantId()).zone().getId();
        ModelAndView page = new ModelAndView(
                "profile/profile", "view", new ProfileView(user, Zones.ALL, tenantZone, chosen, wrong));
        page.addObject("problem", wrong);
        page.setStatus(wrong ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return page;
    }
}

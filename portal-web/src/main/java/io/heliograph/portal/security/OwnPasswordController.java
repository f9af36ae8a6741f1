package io.heliograph.portal.security;

import io.heliograph.portal.Screens;
import io.heliograph.signin.InPerson;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.PasswordResets;
import io.heliograph.tenants.PasswordRule;
import io.heliograph.tenants.Users;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Another password for whoever is signed in; who they are was asked a moment ago, and all their sessions end. */
@Controller
@RequestMapping("/security/password")
@MayUse(Permission.LOOK)
@InPerson
class OwnPasswordController {

    private final PasswordResets passwords;
    private final Users users;

    OwnPasswordController(PasswordResets passwords, Users users) {
        this.passwords = passwords;
        this.users = users;
    }

    @GetMapping
    String form() {
        return "security/password";
    }

    @PostMapping
    ModelAndView change(@AuthenticationPrincipal SignedIn who, @RequestParam(defaultValue = "") String password) {
        Optional<PasswordRule> broken = PasswordRule.brokenBy(password, who.email());
        if (broken.isPresent()) {
            return Screens.invalid("security/password").addObject("refused", "password." + broken.get());
        }
        passwords.change(users.get(who.tenantId(), who.userId()), password);
        return new ModelAndView("redirect:/login?ready");
    }
}

package io.heliograph.portal.emailaccess;

import io.heliograph.email.SecretAddresses;
import io.heliograph.portal.Confirmation;
import io.heliograph.portal.Flash;
import io.heliograph.portal.Screens;
import io.heliograph.portal.ShownOnce;
import io.heliograph.portal.Words;
import io.heliograph.signin.InPerson;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.TenantKind;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The secret address: made, shown once, replaced with an overlap, closed. */
@Controller
@RequestMapping("/email-access/address")
@MayUse(value = Permission.CONNECT, kinds = TenantKind.CUSTOMER)
@InPerson
class SecretAddressController {

    private final SecretAddresses secrets;
    private final EmailPage page;
    private final ShownOnce shownOnce;
    private final Words words;

    SecretAddressController(SecretAddresses secrets, EmailPage page, ShownOnce shownOnce, Words words) {
        this.secrets = secrets;
        this.page = page;
        this.shownOnce = shownOnce;
        this.words = words;
    }

    @PostMapping
    String replace(@AuthenticationPrincipal SignedIn who, RedirectAttributes redirect) {
        shownOnce.pass(redirect, page.addressWith(secrets.replace(who.tenantId()), who));
        return "redirect:/email-access/address";
    }

    /** Loaded a second time, it says that the address was shown. */
    @GetMapping
    String show(Model model) {
        model.addAttribute("address", shownOnce.take(model).orElse(null));
        return "email-access/address";
    }

    @GetMapping("/closing")
    ModelAndView askToClose() {
        return Screens.confirm(new Confirmation(
                words.of("email.close.title"),
                List.of(words.of("email.close.what"), words.of("email.close.undo")),
                words.of("email.close.button"),
                "/email-access/address/closing",
                "/email-access#secret",
                Map.of()));
    }

    @PostMapping("/closing")
    String close(@AuthenticationPrincipal SignedIn who, RedirectAttributes redirect) {
        secrets.close(who.tenantId());
        Flash.done(redirect, "email.closed");
        return "redirect:/email-access";
    }
}

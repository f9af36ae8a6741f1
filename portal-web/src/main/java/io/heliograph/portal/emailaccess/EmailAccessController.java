package io.heliograph.portal.emailaccess;

import io.heliograph.email.EmailAccess;
import io.heliograph.portal.Flash;
import io.heliograph.portal.Screens;
import io.heliograph.signin.InPerson;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.TenantKind;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How a customer sends by e-mail, and what it wants of its mails. */
@Controller
@RequestMapping("/email-access")
@InPerson
class EmailAccessController {

    private static final String TEMPLATE = "email-access/email";

    private final EmailAccess access;
    private final EmailPage page;

    EmailAccessController(EmailAccess access, EmailPage page) {
        this.access = access;
        this.page = page;
    }

    @GetMapping
    @MayUse(value = Permission.LOOK, kinds = TenantKind.CUSTOMER)
    String show(@AuthenticationPrincipal SignedIn who, Model model) {
        model.addAttribute("form", EmailForm.of(access.settings(who.tenantId())));
        model.addAttribute("view", page.view(who));
        return TEMPLATE;
    }

    @PostMapping
    @MayUse(value = Permission.CONNECT, kinds = TenantKind.CUSTOMER)
    ModelAndView change(
            @AuthenticationPrincipal SignedIn who,
            @ModelAttribute("form") EmailForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        List<String> usernames = page.usernames(who.tenantId());
        form.check(errors, usernames);
        if (errors.hasErrors()) {
            return Screens.invalid(TEMPLATE).addObject("view", page.view(who));
        }
        access.change(who.tenantId(), form.settings(usernames));
        Flash.done(redirect, "email.saved");
        return new ModelAndView("redirect:/email-access");
    }
}

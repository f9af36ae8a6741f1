package io.heliograph.portal.security;

import io.heliograph.federation.CompanyProvider;
import io.heliograph.federation.CompanySignInResult.Reason;
import io.heliograph.federation.CompanySignIns;
import io.heliograph.portal.Flash;
import io.heliograph.signin.CompanyLinking;
import io.heliograph.signin.InPerson;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.Users;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Linking the reader's account at their company's provider, so that they can sign in with it. */
@Controller
@RequestMapping("/company-account")
@MayUse(Permission.LOOK)
@InPerson
class CompanyAccountController {

    private final CompanyLinks links;
    private final CompanySignIns companies;
    private final CompanyLinking linking;
    private final Users users;

    CompanyAccountController(CompanyLinks links, CompanySignIns companies, CompanyLinking linking, Users users) {
        this.links = links;
        this.companies = companies;
        this.linking = linking;
        this.users = users;
    }

    /** Not a redirect: browsers do not follow a form to another site, and a link alone must not begin it. */
    @PostMapping("/{providerId}/linking")
    String link(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID providerId,
            HttpServletRequest request,
            Model model) {
        CompanyProvider provider = links.get(who, providerId);
        linking.want(request, who, providerId);
        model.addAttribute("provider", provider);
        return "security/company";
    }

    @PostMapping("/{providerId}/unlinking")
    String unlink(@AuthenticationPrincipal SignedIn who, @PathVariable UUID providerId, RedirectAttributes redirect) {
        CompanyProvider provider = links.get(who, providerId);
        companies.unlink(providerId, users.get(who.tenantId(), who.userId()));
        Flash.done(redirect, "security.company.unlinked", provider.label());
        return "redirect:/security";
    }

    /** Where somebody signed in comes back to when it did not work. */
    @GetMapping("/problems")
    String problem(@RequestParam(defaultValue = "") String reason, RedirectAttributes redirect) {
        boolean known =
                Arrays.stream(Reason.values()).anyMatch(one -> one.name().equals(reason));
        Flash.alert(redirect, "login.company." + (known ? reason : Reason.NOT_CONFIRMED.name()));
        return "redirect:/security";
    }
}

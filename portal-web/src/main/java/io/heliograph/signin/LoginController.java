package io.heliograph.signin;

import io.heliograph.federation.CompanyProvider;
import io.heliograph.federation.CompanySignInResult;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The sign-in page. The sign-in itself is Spring Security's. */
@Controller
@Anyone
class LoginController {

    private final ObjectProvider<OneClickPeople> oneClick;
    private final CompanyOffers companies;

    LoginController(ObjectProvider<OneClickPeople> oneClick, CompanyOffers companies) {
        this.oneClick = oneClick;
        this.companies = companies;
    }

    @GetMapping("/login")
    String page(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(required = false) @Nullable String left,
            @RequestParam(required = false) @Nullable String ready,
            @RequestParam(required = false) @Nullable String company,
            @RequestParam(required = false) @Nullable UUID at,
            HttpServletRequest request,
            Model model) {
        if (who != null) {
            return "redirect:/";
        }
        String notice = left != null ? "login.left" : ready != null ? "login.ready" : null;
        model.addAttribute("problem", isKnown(company));
        model.addAttribute(
                "view",
                new LoginView(
                        "",
                        isKnown(company) ? "login.company." + company : null,
                        notice,
                        people(),
                        companies.at(request, at)));
        return "signin/login";
    }

    /** Where the filter forwards a sign-in that failed, whatever the reason. */
    @PostMapping("/login/refused")
    ModelAndView refused(@RequestParam(defaultValue = "") String username, HttpServletRequest request) {
        ModelAndView page = new ModelAndView("signin/login", HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("problem", true);
        page.addObject("view", new LoginView(username, "login.refused", null, people(), companies.at(request, null)));
        return page;
    }

    private static boolean isKnown(@Nullable String company) {
        return "UNREACHABLE".equals(company)
                || Arrays.stream(CompanySignInResult.Reason.values())
                        .anyMatch(reason -> reason.name().equals(company));
    }

    private List<OneClickPeople.Person> people() {
        OneClickPeople people = oneClick.getIfAvailable();
        return people == null ? List.of() : people.people();
    }

    record LoginView(
            String email,
            @Nullable String refused,
            @Nullable String notice,
            List<OneClickPeople.Person> people,
            List<CompanyProvider> companies) {}
}

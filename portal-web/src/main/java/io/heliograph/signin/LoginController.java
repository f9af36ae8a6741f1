package io.heliograph.signin;

import java.util.List;
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

    LoginController(ObjectProvider<OneClickPeople> oneClick) {
        this.oneClick = oneClick;
    }

    @GetMapping("/login")
    String page(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(required = false) @Nullable String left,
            @RequestParam(required = false) @Nullable String ready,
            Model model) {
        if (who != null) {
            return "redirect:/";
        }
        String notice = left != null ? "login.left" : ready != null ? "login.ready" : null;
        model.addAttribute("view", new LoginView("", false, notice, people()));
        return "signin/login";
    }

    /** Where the filter forwards a sign-in that failed, whatever the reason. */
    @PostMapping("/login/refused")
    ModelAndView refused(@RequestParam(defaultValue = "") String username) {
        ModelAndView page = new ModelAndView("signin/login", HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("problem", true);
        page.addObject("view", new LoginView(username, true, null, people()));
        return page;
    }

    private List<OneClickPeople.Person> people() {
        OneClickPeople people = oneClick.getIfAvailable();
        return people == null ? List.of() : people.people();
    }

    record LoginView(
            String email, boolean refused, @Nullable String notice, List<OneClickPeople.Person> people) {}
}

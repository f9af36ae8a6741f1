package io.heliograph.signin;

import io.heliograph.tenants.Brands;
import io.heliograph.tenants.PasswordResets;
import io.heliograph.tenants.User;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A new password, by a link in a mail. */
@Controller
@Anyone
@RequestMapping("/password")
class PasswordController {

    private static final int REQUESTS_PER_ACCOUNT = 3;
    private static final int REQUESTS_PER_ADDRESS = 20;

    private final PasswordResets resets;
    private final Throttle throttle;
    private final Brands brands;

    PasswordController(PasswordResets resets, Throttle throttle, Brands brands) {
        this.resets = resets;
        this.throttle = throttle;
        this.brands = brands;
    }

    @GetMapping("/forgot")
    String forgot() {
        return "signin/forgot";
    }

    /** Answers the same, in the same time, whether there is such a person or not. */
    @PostMapping("/forgot")
    String request(@RequestParam String email, HttpServletRequest request) {
        String address = request.getRemoteAddr();
        String account = email.strip().toLowerCase(Locale.ROOT);
        Thread.startVirtualThread(() -> {
            if (throttle.allows("forgot-from:" + address, REQUESTS_PER_ADDRESS)
                    && throttle.allows("forgot:" + account, REQUESTS_PER_ACCOUNT)) {
                resets.request(account);
            }
        });
        return "redirect:/password/mailed";
    }

    @GetMapping("/mailed")
    String mailed() {
        return "signin/mailed";
    }

    @GetMapping("/reset/{token}")
    String page(@PathVariable String token, Model model) {
        Optional<User> user = resets.requester(token);
        model.addAttribute("email", user.map(User::email).orElse(""));
        model.addAttribute("brand", user.map(User::tenantId).map(brands::of).orElse(null));
        model.addAttribute("form", new PasswordForm(""));
        return user.isPresent() ? "signin/reset" : "signin/gone";
    }

    @PostMapping("/reset/{token}")
    ModelAndView reset(@PathVariable String token, @ModelAttribute("form") PasswordForm form, BindingResult errors) {
        Optional<User> user = resets.requester(token);
        if (user.isEmpty()) {
            return new ModelAndView("signin/gone");
        }
        PasswordForm.check(form.password(), user.get().email(), errors);
        if (errors.hasErrors()) {
            ModelAndView page = new ModelAndView("signin/reset", HttpStatus.UNPROCESSABLE_CONTENT);
            page.addObject("problem", true);
            page.addObject("brand", brands.of(user.get().tenantId()));
            return page.addObject("email", user.get().email());
        }
        return new ModelAndView(resets.reset(token, form.password()) ? "redirect:/login?ready" : "signin/gone");
    }
}

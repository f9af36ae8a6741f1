package io.heliograph.signin;

import io.heliograph.tenants.Brands;
import io.heliograph.tenants.Invitations;
import io.heliograph.tenants.Tenants;
import io.heliograph.tenants.User;
import jakarta.validation.Valid;
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
import org.springframework.web.servlet.ModelAndView;

/** Accepting an invitation: name, password, and in. */
@Controller
@Anyone
@RequestMapping("/invitations/{token}")
class InvitationController {

    private final Invitations invitations;
    private final Tenants tenants;
    private final Brands brands;

    InvitationController(Invitations invitations, Tenants tenants, Brands brands) {
        this.invitations = invitations;
        this.tenants = tenants;
        this.brands = brands;
    }

    @GetMapping
    String page(@PathVariable String token, Model model) {
        Optional<User> user = invitations.invited(token);
        if (user.isEmpty()) {
            return "signin/gone";
        }
        show(user.get(), model);
        model.addAttribute("form", new InvitationForm(user.get().name(), ""));
        return "signin/invitation";
    }

    @PostMapping
    ModelAndView accept(
            @PathVariable String token,
            @Valid @ModelAttribute("form") InvitationForm form,
            BindingResult errors,
            Model model) {
        Optional<User> user = invitations.invited(token);
        if (user.isEmpty()) {
            return new ModelAndView("signin/gone");
        }
        PasswordForm.check(form.password(), user.get().email(), errors);
        if (errors.hasErrors()) {
            show(user.get(), model);
            model.addAttribute("problem", true);
            return new ModelAndView("signin/invitation", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        boolean accepted = invitations.accept(token, form.name(), form.password());
        return new ModelAndView(accepted ? "redirect:/login?ready" : "signin/gone");
    }

    private void show(User user, Model model) {
        model.addAttribute("email", user.email());
        model.addAttribute("tenant", tenants.get(user.tenantId()).name());
        model.addAttribute("brand", brands.of(user.tenantId()));
    }
}

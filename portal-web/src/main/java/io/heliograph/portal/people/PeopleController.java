package io.heliograph.portal.people;

import io.heliograph.portal.Flash;
import io.heliograph.portal.Screens;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.EmailTakenException;
import io.heliograph.tenants.Invitations;
import io.heliograph.tenants.Role;
import io.heliograph.tenants.Users;
import jakarta.validation.Valid;
import java.util.Arrays;
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

/** The list of people, and inviting one more. */
@Controller
@RequestMapping("/people")
class PeopleController {

    private final Users users;
    private final Invitations invitations;

    PeopleController(Users users, Invitations invitations) {
        this.users = users;
        this.invitations = invitations;
    }

    @GetMapping
    @MayUse(Permission.LOOK)
    String list(@AuthenticationPrincipal SignedIn who, Model model) {
        List<PeopleView.Person> people = users.ofTenant(who.tenantId()).stream()
                .map(user -> PeopleView.Person.of(user, who.userId()))
                .toList();
        model.addAttribute("view", new PeopleView(people, who.may(Permission.MANAGE)));
        return "people/list";
    }

    @GetMapping("/new")
    @MayUse(Permission.MANAGE)
    String form(Model model) {
        model.addAttribute("form", PersonForm.EMPTY);
        return "people/new";
    }

    @PostMapping
    @MayUse(Permission.MANAGE)
    ModelAndView invite(
            @AuthenticationPrincipal SignedIn who,
            @Valid @ModelAttribute("form") PersonForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        if (form.role() == null) {
            errors.rejectValue("role", "people.role.missing");
        } else if (!who.role().mayGive(form.role())) {
            errors.rejectValue("role", "people.role.notyours");
        }
        if (errors.hasErrors()) {
            return Screens.invalid("people/new");
        }
        try {
            invitations.invite(who.tenantId(), form.person());
        } catch (EmailTakenException _) {
            errors.rejectValue("email", "people.email.taken");
            return Screens.invalid("people/new");
        }
        Flash.done(redirect, "people.invited", form.email());
        return new ModelAndView("redirect:/people");
    }

    /** The roles that the reader may give. */
    @ModelAttribute("roles")
    List<Role> roles(@AuthenticationPrincipal SignedIn who) {
        return Arrays.stream(Role.values()).filter(who.role()::mayGive).toList();
    }
}

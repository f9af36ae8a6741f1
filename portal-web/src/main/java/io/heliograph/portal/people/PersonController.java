package io.heliograph.portal.people;

import io.heliograph.portal.Confirmation;
import io.heliograph.portal.Flash;
import io.heliograph.portal.Screens;
import io.heliograph.portal.Words;
import io.heliograph.protection.SecondSteps;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.Invitations;
import io.heliograph.tenants.LastOwnerException;
import io.heliograph.tenants.Role;
import io.heliograph.tenants.User;
import io.heliograph.tenants.Users;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One person: their role, and whether they may sign in. */
@Controller
@RequestMapping("/people/{id}")
class PersonController {

    private final Users users;
    private final Invitations invitations;
    private final SecondSteps steps;
    private final Words words;

    PersonController(Users users, Invitations invitations, SecondSteps steps, Words words) {
        this.users = users;
        this.invitations = invitations;
        this.steps = steps;
        this.words = words;
    }

    @GetMapping
    @MayUse(Permission.LOOK)
    String show(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, Model model) {
        User user = users.get(who.tenantId(), id);
        List<Role> roles = mayChange(who, user)
                ? Arrays.stream(Role.values()).filter(who.role()::mayGive).toList()
                : List.of();
        model.addAttribute(
                "view", new PersonView(PeopleView.Person.of(user, who.userId()), roles, mayReset(who, user)));
        return "people/person";
    }

    @PostMapping("/role")
    @MayUse(Permission.MANAGE)
    String changeRole(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam Role role,
            RedirectAttributes redirect) {
        User user = changeable(who, id);
        if (!who.role().mayGive(role)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        try {
            users.changeRole(who.tenantId(), id, role);
            Flash.done(redirect, "people.role.changed", user.name(), words.of("role." + role));
        } catch (LastOwnerException _) {
            Flash.alert(redirect, "people.last-owner", user.name());
        }
        return "redirect:/people/{id}";
    }

    @GetMapping("/disabling")
    @MayUse(Permission.MANAGE)
    ModelAndView askToDisable(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        String name = changeable(who, id).name();
        return Screens.confirm(new Confirmation(
                words.of("people.disable.title", name),
                List.of(words.of("people.disable.what"), words.of("people.disable.undo")),
                words.of("people.disable.button", name),
                "/people/" + id + "/disabling",
                "/people/" + id,
                Map.of()));
    }

    @PostMapping("/disabling")
    @MayUse(Permission.MANAGE)
    String disable(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, RedirectAttributes redirect) {
        User user = changeable(who, id);
        try {
            users.disable(who.tenantId(), id);
            Flash.done(redirect, "people.disabled", user.name());
        } catch (LastOwnerException _) {
            Flash.alert(redirect, "people.last-owner", user.name());
        }
        return "redirect:/people/{id}";
    }

    @PostMapping("/enabling")
    @MayUse(Permission.MANAGE)
    String enable(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, RedirectAttributes redirect) {
        User user = changeable(who, id);
        users.enable(who.tenantId(), id);
        Flash.done(redirect, "people.enabled", user.name());
        return "redirect:/people/{id}";
    }

    @PostMapping("/invitations")
    @MayUse(Permission.MANAGE)
    String inviteAgain(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, RedirectAttributes redirect) {
        User user = changeable(who, id);
        invitations.inviteAgain(who.tenantId(), id);
        Flash.done(redirect, "people.invited", user.email());
        return "redirect:/people/{id}";
    }

    private User changeable(SignedIn who, UUID id) {
        User user = users.get(who.tenantId(), id);
        if (!mayChange(who, user)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return user;
    }

    private boolean mayReset(SignedIn who, User user) {
        return who.may(Permission.MANAGE)
                && who.role() == Role.OWNER
                && !user.id().equals(who.userId())
                && steps.of(user.id()).any();
    }

    private static boolean mayChange(SignedIn who, User user) {
        return who.may(Permission.MANAGE) && who.role().mayGive(user.role());
    }
}

package io.heliograph.portal.messages;

import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One message with its timeline. */
@Controller
@MayUse(Permission.LOOK)
@RequestMapping({"/messages/{id}", "/customers/{customerId}/messages/{id}"})
class MessageController {

    private final MessageReading reading;
    private final Owners owners;

    MessageController(MessageReading reading, Owners owners) {
        this.reading = reading;
        this.owners = owners;
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable(required = false) @Nullable UUID customerId,
            @PathVariable UUID id,
            Model model) {
        model.addAttribute("view", reading.read(who, owners.of(who, customerId), id));
        return "messages/message";
    }

    @GetMapping("/changes")
    ModelAndView changes(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable(required = false) @Nullable UUID customerId,
            @PathVariable UUID id,
            @RequestParam String v) {
        MessageView view = reading.read(who, owners.of(who, customerId), id);
        return view.live().isNewerThan(v)
                ? new ModelAndView("messages/message :: changes", "view", view)
                : new ModelAndView("messages/list :: nothing", HttpStatus.NO_CONTENT);
    }
}

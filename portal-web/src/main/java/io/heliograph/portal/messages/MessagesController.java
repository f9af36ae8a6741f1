package io.heliograph.portal.messages;

import io.heliograph.messages.Messages;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of a tenant's messages: its own, or for those above it under the customer's path. */
@Controller
@MayUse(Permission.LOOK)
@RequestMapping({"/messages", "/customers/{customerId}/messages"})
class MessagesController {

    private final MessagesReading reading;
    private final Messages messages;
    private final Owners owners;

    MessagesController(MessagesReading reading, Messages messages, Owners owners) {
        this.reading = reading;
        this.messages = messages;
        this.owners = owners;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable(required = false) @Nullable UUID customerId,
            @ModelAttribute("search") Search search,
            @RequestParam(required = false) @Nullable UUID before,
            Model model) {
        Whose whose = owners.of(who, customerId);
        Optional<UUID> named = search.messageId()
                .filter(id -> messages.find(whose.tenantId(), id).isPresent());
        if (named.isPresent()) {
            return "redirect:" + whose.base() + "/" + named.get();
        }
        boolean maySend = whose.own() && who.may(Permission.SEND);
        model.addAttribute("view", reading.list(whose, search, before, maySend));
        return "messages/list";
    }

    @GetMapping("/changes")
    ModelAndView changes(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable(required = false) @Nullable UUID customerId,
            @ModelAttribute("search") Search search,
            @RequestParam List<UUID> open,
            @RequestParam(required = false) @Nullable UUID newest,
            @RequestParam String v) {
        MessagesLive changes = reading.changes(owners.of(who, customerId), search, open, newest);
        return changes.next().isNewerThan(v)
                ? new ModelAndView("messages/list :: changes", "live", changes)
                : new ModelAndView("messages/list :: nothing", HttpStatus.NO_CONTENT);
    }

    @ModelAttribute("search")
    Search search(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable Integer days,
            @RequestParam(required = false) @Nullable UUID submission) {
        return Search.of(q, state, days, submission);
    }
}

package io.heliograph.portal.messages;

import io.heliograph.messages.Messages;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.TenantKind;
import java.util.List;
import java.util.Map;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of a tenant's messages: its own, or for those above it under the customer's path. */
@Controller
class MessagesController {

    private final MessagesReading reading;
    private final Messages messages;
    private final Owners owners;

    MessagesController(MessagesReading reading, Messages messages, Owners owners) {
        this.reading = reading;
        this.messages = messages;
        this.owners = owners;
    }

    @GetMapping("/messages")
    @MayUse(value = Permission.LOOK, kinds = TenantKind.CUSTOMER)
    String own(
            @AuthenticationPrincipal SignedIn who,
            @ModelAttribute("search") Search search,
            @RequestParam(required = false) @Nullable UUID before,
            Model model) {
        return list(Owners.own(who), who, search, before, model);
    }

    @GetMapping("/customers/{customerId}/messages")
    @MayUse(
            value = Permission.LOOK,
            kinds = {TenantKind.RESELLER, TenantKind.OPERATOR})
    String customers(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID customerId,
            @ModelAttribute("search") Search search,
            @RequestParam(required = false) @Nullable UUID before,
            Model model) {
        return list(owners.customer(who, customerId), who, search, before, model);
    }

    @GetMapping("/messages/changes")
    @MayUse(value = Permission.LOOK, kinds = TenantKind.CUSTOMER)
    ModelAndView changes(
            @AuthenticationPrincipal SignedIn who,
            @ModelAttribute("search") Search search,
            @RequestParam List<UUID> open,
            @RequestParam(required = false) @Nullable UUID newest,
            @RequestParam String v) {
        return changes(Owners.own(who), search, open, newest, v);
    }

    @GetMapping("/customers/{customerId}/messages/changes")
    @MayUse(
            value = Permission.LOOK,
            kinds = {TenantKind.RESELLER, TenantKind.OPERATOR})
    ModelAndView customersChanges(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID customerId,
            @ModelAttribute("search") Search search,
            @RequestParam List<UUID> open,
            @RequestParam(required = false) @Nullable UUID newest,
            @RequestParam String v) {
        return changes(owners.customer(who, customerId), search, open, newest, v);
    }

    @ModelAttribute("search")
    Search search(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable Integer days,
            @RequestParam(required = false) @Nullable UUID submission) {
        return Search.of(q, state, days, submission);
    }

    private String list(Whose whose, SignedIn who, Search search, @Nullable UUID before, Model model) {
        Optional<UUID> named = search.messageId()
                .filter(id -> messages.find(whose.tenantId(), id).isPresent());
        if (named.isPresent()) {
            return "redirect:" + whose.base() + "/" + named.get();
        }
        boolean maySend = whose.own() && who.may(Permission.SEND);
        model.addAttribute("view", reading.list(whose, search, before, maySend));
        return "messages/list";
    }

    private ModelAndView changes(Whose whose, Search search, List<UUID> open, @Nullable UUID newest, String shown) {
        MessagesLive changes = reading.changes(whose, search, open, newest);
        return changes.next().isNewerThan(shown)
                ? new ModelAndView(
                        "messages/list :: changes", Map.of("live", changes, "doors", reading.doors(whose, search)))
                : new ModelAndView("messages/list :: nothing", HttpStatus.NO_CONTENT);
    }
}

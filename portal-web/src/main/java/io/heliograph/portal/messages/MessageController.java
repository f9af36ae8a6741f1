package io.heliograph.portal.messages;

import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.TenantKind;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One message with its timeline. */
@Controller
class MessageController {

    private final MessageReading reading;
    private final Owners owners;

    MessageController(MessageReading reading, Owners owners) {
        this.reading = reading;
        this.owners = owners;
    }

    @GetMapping("/messages/{id}")
    @MayUse(value = Permission.LOOK, kinds = TenantKind.CUSTOMER)
    String own(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, Model model) {
        model.addAttribute("view", reading.read(who, Owners.own(who), id));
        return "messages/message";
    }

    @GetMapping("/customers/{customerId}/messages/{id}")
    @MayUse(
            value = Permission.LOOK,
            kinds = {TenantKind.RESELLER, TenantKind.OPERATOR})
    String customers(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID customerId, @PathVariable UUID id, Model model) {
        model.addAttribute("view", reading.read(who, owners.customer(who, customerId), id));
        return "messages/message";
    }

    /** @param v the version of what is shown */
    @GetMapping("/messages/{id}/changes")
    @MayUse(value = Permission.LOOK, kinds = TenantKind.CUSTOMER)
    ModelAndView changes(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @RequestParam String v) {
        return changes(reading.read(who, Owners.own(who), id), v);
    }

    /** @param v the version of what is shown */
    @GetMapping("/customers/{customerId}/messages/{id}/changes")
    @MayUse(
            value = Permission.LOOK,
            kinds = {TenantKind.RESELLER, TenantKind.OPERATOR})
    ModelAndView customersChanges(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID customerId,
            @PathVariable UUID id,
            @RequestParam String v) {
        return changes(reading.read(who, owners.customer(who, customerId), id), v);
    }

    private static ModelAndView changes(MessageView view, String shown) {
        return view.live().isNewerThan(shown)
                ? new ModelAndView("messages/message :: changes", "view", view)
                : new ModelAndView("messages/list :: nothing", HttpStatus.NO_CONTENT);
    }
}

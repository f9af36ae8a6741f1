package io.heliograph.portal.messages;

import io.heliograph.dispatch.Queue;
import io.heliograph.messages.Messages;
import io.heliograph.portal.Flash;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.TenantKind;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Stops a message that still waits, and gives its price back. */
@Controller
class MessageStopsController {

    private final Messages messages;
    private final Queue queue;

    MessageStopsController(Messages messages, Queue queue) {
        this.messages = messages;
        this.queue = queue;
    }

    @PostMapping("/messages/{id}/stops")
    @MayUse(value = Permission.SEND, kinds = TenantKind.CUSTOMER)
    String stop(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, RedirectAttributes redirect) {
        if (messages.find(who.tenantId(), id).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (queue.cancel(who.tenantId(), id, who.userId())) {
            Flash.done(redirect, "message.stopped");
        } else {
            Flash.alert(redirect, "message.stopped.late");
        }
        return "redirect:/messages/{id}";
    }
}

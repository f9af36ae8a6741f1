package io.heliograph.portal.messages;

import io.heliograph.db.Transactions;
import io.heliograph.messages.Lifecycle;
import io.heliograph.messages.MessageRef;
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

/** A seller gives back the price of a message of which nobody knows whether it was sent (contract S9). */
@Controller
class MessageRefundsController {

    private final Owners owners;
    private final Messages messages;
    private final Lifecycle lifecycle;
    private final Transactions transactions;

    MessageRefundsController(Owners owners, Messages messages, Lifecycle lifecycle, Transactions transactions) {
        this.owners = owners;
        this.messages = messages;
        this.lifecycle = lifecycle;
        this.transactions = transactions;
    }

    @PostMapping("/customers/{customerId}/messages/{id}/refunds")
    @MayUse(
            value = Permission.SELL,
            kinds = {TenantKind.RESELLER, TenantKind.OPERATOR})
    String refund(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID customerId,
            @PathVariable UUID id,
            RedirectAttributes redirect) {
        Whose whose = owners.customer(who, customerId);
        if (messages.find(whose.tenantId(), id).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        MessageRef ref = new MessageRef(whose.tenantId(), id);
        if (transactions.call(() -> lifecycle.refundUnknown(ref, who.userId()))) {
            Flash.done(redirect, "message.refunded");
        } else {
            Flash.alert(redirect, "message.refunded.late");
        }
        return "redirect:/customers/{customerId}/messages/{id}";
    }
}

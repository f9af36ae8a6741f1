package io.heliograph.smppserver;

import io.heliograph.dispatch.Queue;
import io.heliograph.messages.Message;
import io.heliograph.messages.MessageFilter;
import io.heliograph.messages.Messages;
import io.heliograph.receipts.Receipts;
import io.heliograph.smpp.Frame;
import io.heliograph.smpp.Pdus;
import io.heliograph.smpp.ReceiptState;
import io.heliograph.smpp.RefusedException;
import io.heliograph.smpp.WireTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** {@code query_sm} and {@code cancel_sm}, by the id that a message, or a part of it, was answered with. */
@Component
class Asking {

    private final Receipts receipts;
    private final Messages messages;
    private final Queue queue;
    private final PartRows parts;

    Asking(Receipts receipts, Messages messages, Queue queue, PartRows parts) {
        this.receipts = receipts;
        this.messages = messages;
        this.queue = queue;
        this.parts = parts;
    }

    byte[] query(UUID tenantId, Frame frame) {
        String id = Pdus.text(Pdus.querySm(frame).getMessageId());
        UUID wireId = wireId(id);
        Optional<Message> message = message(tenantId, wireId);
        if (message.isEmpty() && parts.isWaiting(tenantId, wireId)) {
            return Pdus.queried(frame, id, "", ReceiptState.ACCEPTD);
        }
        Message found = message.orElseThrow(() -> unknown(id));
        String finalDate = found.state().isFinal() ? WireTime.format(found.stateAt()) : "";
        return Pdus.queried(frame, id, finalDate, state(found));
    }

    byte[] cancel(UUID tenantId, Frame frame) {
        String id = Pdus.text(Pdus.cancelSm(frame).getMessageId());
        if (id.isEmpty()) {
            throw new RefusedException(Status.NOT_CANCELLED, "Messages are cancelled one by one, by their id");
        }
        Message found = message(tenantId, wireId(id)).orElseThrow(() -> unknown(id));
        if (!queue.cancel(tenantId, found.id(), null)) {
            throw new RefusedException(Status.NOT_CANCELLED, "It is on its way, or has ended, already");
        }
        return Pdus.response(frame, Status.OK);
    }

    private Optional<Message> message(UUID tenantId, UUID wireId) {
        return receipts.find(tenantId, wireId)
                .map(wish -> new MessageFilter(Set.of(), null, wish.submissionId(), null))
                .flatMap(filter ->
                        messages.page(tenantId, filter, null, 1).stream().findFirst());
    }

    private static UUID wireId(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException _) {
            throw unknown(id);
        }
    }

    private static RefusedException unknown(String id) {
        return new RefusedException(Status.MESSAGE_ID, "There is no message " + id);
    }

    private static ReceiptState state(Message message) {
        return switch (message.state()) {
            case QUEUED -> ReceiptState.ACCEPTD;
            case SUBMITTING, SUBMITTED, UNCERTAIN -> ReceiptState.ENROUTE;
            case DELIVERED -> ReceiptState.DELIVRD;
            case UNDELIVERED -> ReceiptState.UNDELIV;
            case EXPIRED -> ReceiptState.EXPIRED;
            case REFUSED -> ReceiptState.REJECTD;
            case CANCELLED -> ReceiptState.DELETED;
            case UNKNOWN -> ReceiptState.UNKNOWN;
        };
    }
}

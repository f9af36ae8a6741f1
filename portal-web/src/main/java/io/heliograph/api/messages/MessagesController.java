package io.heliograph.api.messages;

import io.heliograph.api.ApiException;
import io.heliograph.api.ApiResource;
import io.heliograph.api.Body;
import io.heliograph.api.Call;
import io.heliograph.api.ErrorCode;
import io.heliograph.api.Needs;
import io.heliograph.api.Once;
import io.heliograph.credentials.Scope;
import io.heliograph.dispatch.Queue;
import io.heliograph.messages.Message;
import io.heliograph.messages.MessageState;
import io.heliograph.messages.Messages;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** {@code /messages}. */
@ApiResource
@RequestMapping("/api/v1/messages")
class MessagesController {

    private final Sending sending;
    private final Messages messages;
    private final Timelines timelines;
    private final Queue queue;
    private final Once once;

    MessagesController(Sending sending, Messages messages, Timelines timelines, Queue queue, Once once) {
        this.sending = sending;
        this.messages = messages;
        this.timelines = timelines;
        this.queue = queue;
        this.once = once;
    }

    @PostMapping
    @Needs(Scope.MESSAGES_WRITE)
    ResponseEntity<String> send(Call call, @Body MessageRequest request) {
        return once.byId(call, request, effectId -> sending.send(call, request, effectId));
    }

    @GetMapping
    @Needs(Scope.MESSAGES_READ)
    MessagePage list(Call call, @ModelAttribute MessageQuery query) {
        int size = query.size();
        List<Message> found = messages.page(call.accountId(), query.filter(), query.before(), size + 1);
        List<Message> shown = found.size() > size ? found.subList(0, size) : found;
        return new MessagePage(
                shown.stream().map(message -> MessageView.of(message, null)).toList(),
                found.size() > size ? shown.getLast().id().toString() : null);
    }

    @GetMapping("/{id}")
    @Needs(Scope.MESSAGES_READ)
    MessageView read(Call call, @PathVariable UUID id) {
        Message message = existing(call, id);
        return MessageView.of(message, timelines.of(message));
    }

    @DeleteMapping("/{id}")
    @Needs(Scope.MESSAGES_WRITE)
    MessageView cancel(Call call, @PathVariable UUID id) {
        boolean before = existing(call, id).state() == MessageState.CANCELLED;
        if (!before && !queue.cancel(call.accountId(), id, call.caller().credentialId())) {
            throw new ApiException(ErrorCode.NOT_CANCELLABLE, "Only a message that waits to be sent can be cancelled");
        }
        Message cancelled = existing(call, id);
        return MessageView.of(cancelled, timelines.of(cancelled));
    }

    private Message existing(Call call, UUID id) {
        return messages.find(call.accountId(), id).orElseThrow(() -> ApiException.notFound("message"));
    }
}

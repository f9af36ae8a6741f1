package io.heliograph.messages;

import java.util.List;

/** Messages are being deleted, in the transaction that is open: what other modules know of them goes too. */
public record MessagesForgotten(List<MessageRef> messages) {

    public MessagesForgotten {
        messages = List.copyOf(messages);
    }
}

package io.heliograph.dispatch;

import io.heliograph.messages.Message;
import io.heliograph.provider.Submit;
import java.util.List;
import java.util.UUID;

/**
 * Messages that leave together: one account, one sender, one text, different numbers. All are {@code SUBMITTING}, on
 * disk, under the lease.
 *
 * @param tries how often the most tried of them was claimed, this time included
 * @param strikes of the account when the request was planned
 */
record OutgoingRequest(ProviderAccount account, UUID lease, List<Message> messages, int tries, int strikes) {

    Submit submit() {
        Message first = messages.getFirst();
        return new Submit(
                first.sender(),
                first.text(),
                first.encoding(),
                messages.stream().map(Message::msisdn).toList());
    }
}

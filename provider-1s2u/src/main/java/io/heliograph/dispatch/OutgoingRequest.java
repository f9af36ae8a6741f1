package io.heliograph.dispatch;

import io.heliograph.messages.Message;
import io.heliograph.provider.Submit;
import java.util.List;
import java.util.UUID;

/**
 * Messages that leave together: one account, one sender, one text, different numbers. That they leave is
 * on disk, under the lease.
 *
 * @param tries how often the most tried of them was claimed, this time included
 * @param strikes of the account when the request was planned
 * @param leasedUntilNanos when the lease ends at the earliest, by {@link System#nanoTime}
 */
record OutgoingRequest(
        ProviderAccount account, UUID lease, List<Message> messages, int tries, int strikes, long leasedUntilNanos) {

    /** A request with messages that are claimed now. */
    static OutgoingRequest of(
            ProviderAccount account, UUID lease, List<Held> claimed, int strikes, long leasedUntilNanos) {
        int tries =
                claimed.stream().mapToInt(held -> held.entry().tries()).max().orElse(0) + 1;
        return new OutgoingRequest(
                account, lease, claimed.stream().map(Held::message).toList(), tries, strikes, leasedUntilNanos);
    }

    Submit submit() {
        Message first = messages.getFirst();
        return new Submit(
                first.sender(),
                first.text(),
                first.encoding(),
                messages.stream().map(Message::msisdn).toList());
    }
}

package io.heliograph.webhooks;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/**
 * Knows this node's sender, so that what is queued on this node is made at once. Only a matter of speed: what is not told
 * is found.
 */
@Component
public class Nudges {

    private final List<LocalSender> senders = new CopyOnWriteArrayList<>();

    /** Tells {@code sender} whenever something was queued. */
    public void listen(LocalSender sender) {
        senders.add(sender);
    }

    /** Tells it no more. */
    public void forget(LocalSender sender) {
        senders.remove(sender);
    }

    /** The one that may be given what is about to be queued. */
    Optional<LocalSender> sender() {
        return senders.stream().findFirst();
    }

    void wake(Collection<EndpointKey> endpoints) {
        senders.forEach(sender -> sender.wake(endpoints));
    }
}

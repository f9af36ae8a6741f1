package io.heliograph.webhooks;

import io.heliograph.db.Transactions;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Tells this node's sender at once what was queued on this node, so that it need not wait for its next search. Only a
 * matter of speed: what is not told is found.
 */
@Component
public class Nudges {

    private final List<Consumer<Set<EndpointKey>>> listeners = new CopyOnWriteArrayList<>();

    /** Calls {@code listener}, which must be quick, whenever something was queued for endpoints. */
    public void listen(Consumer<Set<EndpointKey>> listener) {
        listeners.add(listener);
    }

    /** Calls it no more. */
    public void forget(Consumer<Set<EndpointKey>> listener) {
        listeners.remove(listener);
    }

    void afterCommit(Collection<EndpointKey> queued) {
        Set<EndpointKey> endpoints = Set.copyOf(queued);
        Transactions.afterCommit(() -> listeners.forEach(listener -> listener.accept(endpoints)));
    }
}

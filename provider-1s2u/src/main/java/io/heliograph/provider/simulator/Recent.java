package io.heliograph.provider.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last so many of something, for the one who looks; the oldest leave. */
final class Recent<T> {

    private static final int MAX = 20_000;

    private final Deque<T> items = new ArrayDeque<>();

    synchronized void add(T item) {
        if (items.size() == MAX) {
            items.removeFirst();
        }
        items.addLast(item);
    }

    synchronized List<T> list() {
        return List.copyOf(items);
    }

    synchronized void clear() {
        items.clear();
    }
}

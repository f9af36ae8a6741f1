package io.heliograph.dispatch;

import io.heliograph.messages.Message;

/**
 * A message that this node accepted and holds in memory, with its place in the queue, which is on disk under a lease.
 *
 * @param until when it is to be left to whoever finds it in the queue, in {@link System#nanoTime}
 */
record Held(Entry entry, Message message, long until) {

    boolean isStale() {
        return System.nanoTime() - until >= 0;
    }
}

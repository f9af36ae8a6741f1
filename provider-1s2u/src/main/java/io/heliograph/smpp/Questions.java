package io.heliograph.smpp;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Requests of ours that wait for their answer, by their sequence numbers. */
final class Questions {

    private final Map<Integer, CompletableFuture<Frame>> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger last = new AtomicInteger();

    /** The next sequence number, 1 to 2,147,483,647. */
    int number() {
        return last.updateAndGet(number -> number == Integer.MAX_VALUE ? 1 : number + 1);
    }

    /** Waits for the answer to a request of that number; fails with why the link was closed. */
    Future<Frame> put(int number) {
        CompletableFuture<Frame> answer = new CompletableFuture<>();
        waiting.put(number, answer);
        return answer;
    }

    void drop(int number) {
        waiting.remove(number);
    }

    /** An answer came; one that nobody waits for any more is dropped. */
    void answer(Frame response) {
        CompletableFuture<Frame> answer = waiting.get(response.sequence());
        if (answer != null) {
            answer.complete(response);
        }
    }

    /** No answer will come any more. */
    void giveUp(String why) {
        waiting.values().forEach(answer -> answer.completeExceptionally(new IOException(why)));
    }
}

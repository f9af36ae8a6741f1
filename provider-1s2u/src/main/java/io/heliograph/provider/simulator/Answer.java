package io.heliograph.provider.simulator;

import java.time.Duration;

/** What the simulator does with one request. */
public sealed interface Answer {

    /** It answers {@code text/plain}. */
    record Body(int status, String body) implements Answer {}

    /** It answers nothing and closes the connection after {@code after}. */
    record Silence(Duration after) implements Answer {}

    /** HTTP 200 with {@code body}. */
    static Answer of(String body) {
        return new Body(200, body);
    }

    /** HTTP {@code status} with {@code body}. */
    static Answer of(int status, String body) {
        return new Body(status, body);
    }
}

package io.heliograph.processes;

import org.jspecify.annotations.Nullable;

/** What a {@link Caller} sends. */
public interface Requests {

    /** The next whole request; null when there is none left. */
    byte @Nullable [] next();

    /** An answer came: its status, and its body between the two places. */
    void answered(int status, byte[] bytes, int bodyStart, int bodyEnd);
}

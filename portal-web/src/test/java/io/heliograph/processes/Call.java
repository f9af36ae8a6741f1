package io.heliograph.processes;

/** A request that came to a {@link LoopServer}; it is answered or dropped once, by any thread, at any time. */
public interface Call {

    /** Path and query. */
    String target();

    /** The body as text. */
    String body();

    /** Answers with these bytes, head included. */
    void answer(byte[] whole);

    /** Closes the connection without a word. */
    void drop();
}

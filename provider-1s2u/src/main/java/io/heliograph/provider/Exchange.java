package io.heliograph.provider;

/** How one HTTP exchange ended. */
sealed interface Exchange {

    /** An answer was read to its end. */
    record Answered(int status, String body) implements Exchange {}

    /** Nothing was written: there was no connection. */
    record NotWritten(String why) implements Exchange {}

    /** The request, or a part of it, was written, and no whole answer was read. */
    record Unanswered(String why) implements Exchange {}
}

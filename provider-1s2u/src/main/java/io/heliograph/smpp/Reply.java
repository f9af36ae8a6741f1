package io.heliograph.smpp;

/** How a request on a {@link Link} ended. */
public sealed interface Reply {

    /** The other side answered; what, is in the frame's status. */
    record Answered(Frame frame) implements Reply {}

    /** Nothing was written: the link was closed already. */
    record NotWritten(String why) implements Reply {}

    /** The request, or a part of it, was written, and no answer came. */
    record Unanswered(String why) implements Reply {}
}

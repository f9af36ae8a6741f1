package io.heliograph.email.content;

/** What came is not a mail that can be read; the message says why. */
public class UnreadableMailException extends Exception {

    private static final long serialVersionUID = 1;

    UnreadableMailException(String why) {
        super(why);
    }

    UnreadableMailException(String why, Exception cause) {
        super(why, cause);
    }
}

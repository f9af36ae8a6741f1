package io.heliograph.webhooks;

/** The data of a test event is not a JSON object, or too long; the message says what is wrong. */
public final class InvalidTestDataException extends RuntimeException {

    private static final long serialVersionUID = 1;

    InvalidTestDataException(String message) {
        super(message);
    }
}

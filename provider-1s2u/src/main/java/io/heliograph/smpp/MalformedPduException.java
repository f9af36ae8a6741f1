package io.heliograph.smpp;

/** A PDU whose body can't be read. */
public final class MalformedPduException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;

    MalformedPduException(int status, Exception cause) {
        super("A PDU that can't be read", cause);
        this.status = status;
    }

    /** The command status that says so. */
    public int status() {
        return status;
    }
}

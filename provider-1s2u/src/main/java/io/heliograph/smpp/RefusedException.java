package io.heliograph.smpp;

/** A request that is refused; the reason is for its developer to read. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;

    /**
     * A refusal.
     *
     * @param status the command status that is answered
     * @param reason in words, without the text
     */
    public RefusedException(int status, String reason) {
        super(reason);
        this.status = status;
    }

    public int status() {
        return status;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}

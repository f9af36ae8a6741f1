package io.heliograph.webhooks;

/** The tenant has as many endpoints as one may have. */
public final class TooManyEndpointsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int most;

    TooManyEndpointsException(int most) {
        super("At most " + most + " endpoints");
        this.most = most;
    }

    /** How many one may have. */
    public int most() {
        return most;
    }
}

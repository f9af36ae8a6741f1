package io.heliograph.bulksms;

/** A call that is refused; the reason is for the developer's log of calls, in words. */
final class RefusedCallException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Code code;

    RefusedCallException(Code code, String reason) {
        super(reason);
        this.code = code;
    }

    Code code() {
        return code;
    }
}

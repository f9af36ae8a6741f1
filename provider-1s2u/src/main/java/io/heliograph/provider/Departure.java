package io.heliograph.provider;

/** Says when a request may leave, for an account that takes only so many in a second. */
@FunctionalInterface
public interface Departure {

    /**
     * Waits until the request may leave. Asked once there is a connection for it, so that neither opening one nor a busy
     * machine comes between the right moment and the first byte.
     *
     * @return false if it should not leave at all now
     */
    boolean await() throws InterruptedException;

    /** At once. */
    static Departure atOnce() {
        return () -> true;
    }
}

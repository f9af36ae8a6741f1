package io.heliograph.tenants;

/** Another tenant's portal has this host name. */
public class HostTakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    HostTakenException(Throwable cause) {
        super("The host belongs to another portal", cause);
    }
}

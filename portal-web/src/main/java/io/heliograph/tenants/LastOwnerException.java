package io.heliograph.tenants;

/** The change would leave a tenant without an owner who can sign in. */
public class LastOwnerException extends RuntimeException {

    private static final long serialVersionUID = 1;

    LastOwnerException() {
        super("A tenant keeps at least one owner");
    }
}

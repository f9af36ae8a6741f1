package io.heliograph.tenants;

/** A person with this e-mail address is on the installation already. */
public class EmailTakenException extends RuntimeException {

    private static final long serialVersionUID = 1;

    EmailTakenException() {
        super("This e-mail address is taken");
    }
}

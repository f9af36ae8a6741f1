package io.heliograph.tenants;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Nobody by this id in this tenant: a 404. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchUserException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** A 404. */
    public NoSuchUserException() {
        super("No such user");
    }
}

package io.heliograph.tenants;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Nobody by this id, or not one that the caller may know of: a 404 either way. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchTenantException extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoSuchTenantException() {
        super("No such tenant");
    }
}

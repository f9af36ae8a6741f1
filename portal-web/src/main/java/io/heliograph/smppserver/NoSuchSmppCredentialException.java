package io.heliograph.smppserver;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** No credential by this id in this tenant: a 404. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchSmppCredentialException extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoSuchSmppCredentialException() {
        super("No such SMPP credential");
    }
}

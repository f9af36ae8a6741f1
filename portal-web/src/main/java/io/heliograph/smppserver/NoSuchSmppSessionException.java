package io.heliograph.smppserver;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** No session by this id among those that one may see: a 404. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchSmppSessionException extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoSuchSmppSessionException() {
        super("No such SMPP session");
    }
}

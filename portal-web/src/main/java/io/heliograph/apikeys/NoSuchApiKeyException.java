package io.heliograph.apikeys;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** No key by this id in this tenant, or none that is good any more where one is wanted: a 404. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchApiKeyException extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoSuchApiKeyException() {
        super("No such API key");
    }
}

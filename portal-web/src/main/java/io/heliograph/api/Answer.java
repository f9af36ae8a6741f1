package io.heliograph.api;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What a request that changes something is answered with.
 *
 * @param body to be written as JSON
 * @param location the path of what was made, if it can be read
 */
public record Answer(
        HttpStatus status, Object body, @Nullable String location) {

    /** Made, to be read there. */
    public static Answer created(Object body, String location) {
        return new Answer(HttpStatus.CREATED, body, location);
    }

    /** Will be done. */
    public static Answer accepted(Object body, String location) {
        return new Answer(HttpStatus.ACCEPTED, body, location);
    }

    /** Done. */
    public static Answer ok(Object body) {
        return new Answer(HttpStatus.OK, body, null);
    }
}

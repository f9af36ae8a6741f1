package io.heliograph.api;

import io.heliograph.credentials.Scope;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says on a handler of the API, or on a controller for all its handlers, which scope a caller needs. A handler of an
 * {@link ApiResource} without it keeps the portal from starting.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {

    /** What the key or token must be for. */
    Scope value();
}

package io.heliograph.db;

import org.jspecify.annotations.Nullable;

/** The embedded MariaDB can't run; the message says in a sentence why and what to do. */
public final class EmbeddedMariaDbException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    EmbeddedMariaDbException(String message) {
        this(message, null);
    }

    EmbeddedMariaDbException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

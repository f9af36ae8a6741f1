package io.heliograph.portal.lookups;

/** A sheet in which no column holds numbers; the message names its columns. */
final class NoNumberColumnException extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoNumberColumnException(String columns) {
        super(columns);
    }
}

package io.heliograph.provider;

/** A body that holds no delivery report in any form of contract D1. */
public class UnreadableReportException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableReportException(String message) {
        super(message);
    }
}

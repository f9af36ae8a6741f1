package io.heliograph.provider;

import java.util.Optional;
import java.util.stream.Stream;

/** 1s2u's error codes (contract S7), in the order in which the first that applies is answered (contract S8). */
public enum ErrorCode {
    TEMPORARILY_UNAVAILABLE("0000"),
    PARAMETER_MISSING("000"),
    WRONG_CREDENTIALS("00"),
    TYPE("0051"),
    SENDER("0030"),
    SUBMISSION_LIMIT("0066"),
    NUMBER("0041"),
    NETWORK("0042"),
    TEXT("0050"),
    NOT_ENOUGH_CREDITS("0020");

    private static final String OLDER_SUBMISSION_LIMIT = "0060";

    private final String code;

    ErrorCode(String code) {
        this.code = code;
    }

    /** As it is on the wire. */
    public String code() {
        return code;
    }

    /** The code on the wire; {@code 0060} is the limit too; empty for one that is not in the contract. */
    public static Optional<ErrorCode> of(String code) {
        return code.equals(OLDER_SUBMISSION_LIMIT)
                ? Optional.of(SUBMISSION_LIMIT)
                : Stream.of(values()).filter(c -> c.code.equals(code)).findFirst();
    }
}

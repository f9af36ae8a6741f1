package io.heliograph.webhooks;

/** An address that events can't be posted to. */
public final class InvalidUrlException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What is wrong with it. */
    public enum Problem {
        MISSING,
        /** Longer than 500 characters. */
        TOO_LONG,
        /** It doesn't start with {@code https://} (or {@code http://}, where private targets are allowed). */
        NOT_HTTPS,
        /** It names a user or a password. */
        WITH_PASSWORD,
        /** It is a private, loopback or other special address. */
        PRIVATE,
        MALFORMED
    }

    private final Problem problem;

    InvalidUrlException(Problem problem) {
        super("Invalid webhook address: " + problem);
        this.problem = problem;
    }

    /** What is wrong with it. */
    public Problem problem() {
        return problem;
    }
}

package io.heliograph.upstream;

/** Which of 1s2u's interfaces an account uses. */
public enum Transport {
    HTTP,
    SMPP,
    /** SMPP while HTTP is away, and back. */
    HTTP_THEN_SMPP;

    boolean usesSmpp() {
        return this != HTTP;
    }
}

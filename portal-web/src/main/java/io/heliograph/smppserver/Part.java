package io.heliograph.smppserver;

import java.time.Instant;
import java.util.UUID;

/** A part of a message that is kept until all have come; not a record, as it holds an array. */
final class Part {

    private final int number;
    private final UUID wireId;
    private final UUID credentialId;
    private final Asked asked;
    private final byte[] body;
    private final Instant receivedAt;

    Part(int number, UUID wireId, UUID credentialId, Asked asked, byte[] body, Instant receivedAt) {
        this.number = number;
        this.wireId = wireId;
        this.credentialId = credentialId;
        this.asked = asked;
        this.body = body.clone();
        this.receivedAt = receivedAt;
    }

    int number() {
        return number;
    }

    /** What its sender was answered. */
    UUID wireId() {
        return wireId;
    }

    UUID credentialId() {
        return credentialId;
    }

    Asked asked() {
        return asked;
    }

    byte[] body() {
        return body.clone();
    }

    Instant receivedAt() {
        return receivedAt;
    }
}

package io.heliograph.portal.apiaccess;

import io.heliograph.portal.Status;
import io.heliograph.portal.Tone;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One call to the API.
 *
 * @param credential its name; null if it is not known
 * @param answer what it was answered: the submission's id, the status of HTTP, or a code
 * @param said why it was refused, or what was accepted, in words
 * @param submissionId of messages that were accepted by the compatible API
 */
record CallLine(
        Instant at,
        String path,
        @Nullable String credential,
        String answer,
        String said,
        boolean accepted,
        @Nullable UUID submissionId) {

    public Status status() {
        return accepted
                ? new Status("api.call.accepted", "check", Tone.GOOD, null)
                : new Status("api.call.refused", "ban", Tone.BAD, null);
    }
}

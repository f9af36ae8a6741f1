package io.heliograph.email;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail or a try to hand one in, for the customer to read.
 *
 * @param source the address of the machine it came from
 * @param writer the mail's From address, or the envelope's while there is no mail yet; may be empty
 * @param status as it was answered, 250 for a mail that was taken (RFC 5321)
 * @param said the words of the answer
 * @param submissionId what became of it; null if it was refused
 */
public record SeenMail(
        UUID id,
        Instant at,
        String source,
        String writer,
        int status,
        String said,
        @Nullable UUID submissionId) {

    /** Whether messages were made of it. */
    public boolean isTaken() {
        return submissionId != null;
    }
}

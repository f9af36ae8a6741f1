package io.heliograph.provider.simulator;

import java.time.Instant;

/**
 * A message that the simulator took: one number of a submission.
 *
 * @param id as it was answered; several numbers may share it
 * @param segments parts, 1 credit each
 */
public record SentMessage(String id, String msisdn, String sender, String text, int segments, Instant at) {

    /** Without the text. */
    @Override
    public String toString() {
        return "SentMessage[" + id + ", " + msisdn + ", " + segments + " segments]";
    }
}

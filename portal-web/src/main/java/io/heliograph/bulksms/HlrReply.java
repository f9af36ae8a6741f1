package io.heliograph.bulksms;

import io.heliograph.provider.HlrError;

/** What {@code /hlr} answers (contract H1, H2). */
sealed interface HlrReply {

    /** A JSON object keyed by number. */
    record Answers(String json) implements HlrReply {}

    /** A line of text, with HTTP 200. */
    record Refused(HlrError error) implements HlrReply {}

    /** HTTP 429. */
    record TooManyCalls() implements HlrReply {}
}

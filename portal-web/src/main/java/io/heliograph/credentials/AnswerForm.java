package io.heliograph.credentials;

import java.util.UUID;

/** How the compatible API answers a success (contract S6). */
public enum AnswerForm {
    /** {@code OK: <id>}, which all samples of the page understand. */
    OK,
    /** The bare id. */
    BARE;

    /** The body that says so. */
    public String success(UUID submissionId) {
        return switch (this) {
            case OK -> "OK: " + submissionId;
            case BARE -> submissionId.toString();
        };
    }
}

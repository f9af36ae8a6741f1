package io.heliograph.portal.messages;

import io.heliograph.provider.ReportedState;

/** What a delivery report says, as people read it. */
final class ReportWords {

    private ReportWords() {}

    /** The message key; empty for a word that is not in the SMPP set. */
    static String key(String response) {
        return ReportedState.of(response).map(state -> "report." + state).orElse("");
    }
}

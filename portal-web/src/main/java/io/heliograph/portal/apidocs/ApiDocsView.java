package io.heliograph.portal.apidocs;

import io.heliograph.api.ErrorCode;
import java.util.List;

/**
 * The documentation.
 *
 * @param base the address of the API
 * @param description the address of its OpenAPI document
 * @param token what gets a token, for a terminal
 * @param query what was searched for; empty for nothing
 * @param groups what was found
 */
record ApiDocsView(
        String base,
        String description,
        String token,
        String introduction,
        String query,
        Language language,
        List<Language> languages,
        List<Group> all,
        List<Group> groups,
        List<ErrorCode> errors,
        int calls,
        long seconds,
        Samples samples) {

    /** What a newcomer does first. */
    public Operation first() {
        return all.getFirst().operations().getFirst();
    }

    /** The sample of an operation in the chosen language. */
    public String sample(Operation operation) {
        return samples.of(operation, language);
    }
}

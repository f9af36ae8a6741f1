package io.heliograph.portal.apidocs;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Something that can be done.
 *
 * @param id for links
 * @param scope what a key needs for it
 * @param exampleBody JSON to send; empty if there is no body
 * @param status of a success
 * @param answer what a success says
 * @param exampleAnswer JSON; empty if nothing comes back
 */
record Operation(
        String id,
        String method,
        String path,
        String summary,
        String text,
        String scope,
        List<Field> parameters,
        List<Field> body,
        String exampleBody,
        String status,
        String answer,
        List<Field> fields,
        String exampleAnswer) {

    /** Whether each of some words is somewhere in it. */
    boolean holds(String words) {
        String all = String.join(
                " ", id, method, path, summary, text, scope, parameters.toString(), body.toString(), fields.toString());
        String lower = all.toLowerCase(Locale.ROOT);
        return Arrays.stream(words.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(lower::contains);
    }
}

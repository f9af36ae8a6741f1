package io.heliograph.portal;

import java.util.List;
import java.util.Map;

/**
 * A question before an act; all texts are ready to be read, made from messages by the feature.
 *
 * @param title the question, naming the object
 * @param consequences what will happen, how many, whether it can be undone; one sentence each
 * @param button what the red button says, naming the object
 * @param action where the form goes, by POST
 * @param back where "no" leads
 * @param fields hidden fields of the form
 */
public record Confirmation(
        String title,
        List<String> consequences,
        String button,
        String action,
        String back,
        Map<String, String> fields) {}

package io.heliograph.portal.overview;

import java.util.List;

/**
 * Something the operator must see first.
 *
 * @param key of its sentences in the messages: {@code key} and {@code key.line}
 * @param words for their places
 * @param href where it is looked into
 */
record Alarm(String key, List<String> words, String href) {

    Alarm {
        words = List.copyOf(words);
    }

    /** The words as the template passes them on. */
    public Object[] arguments() {
        return words.toArray();
    }
}

package io.heliograph.portal.messages;

import io.heliograph.portal.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a timeline.
 *
 * @param key of its sentence in the messages
 * @param words for the sentence, ready to be read
 * @param more the key of a second, smaller sentence
 * @param link where more is to be seen; null for nowhere
 * @param gap since the step before; null for the first
 */
record Moment(
        Instant at,
        String key,
        List<String> words,
        @Nullable String more,
        String icon,
        Tone tone,
        @Nullable String link,
        @Nullable Duration gap) {

    Moment(Instant at, String key, List<String> words, @Nullable String more, String icon, Tone tone) {
        this(at, key, words, more, icon, tone, null, null);
    }

    Moment after(Instant before) {
        return new Moment(at, key, words, more, icon, tone, link, Duration.between(before, at));
    }

    Moment linkedTo(String address) {
        return new Moment(at, key, words, more, icon, tone, address, gap);
    }

    /** The words as a template passes them on. */
    public Object[] arguments() {
        return words.toArray();
    }
}

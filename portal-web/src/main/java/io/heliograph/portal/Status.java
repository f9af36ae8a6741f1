package io.heliograph.portal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A state as screens show it: word, icon, colour and since when.
 *
 * @param key of the word in the messages
 * @param icon a symbol of {@code icons.svg}
 * @param since shown after the badge; null for none
 * @param lasting whether it goes on: then it is read "since 10:02", otherwise "10:02"
 */
public record Status(
        String key, String icon, Tone tone, @Nullable Instant since, boolean lasting) {

    /** What is open or in doubt goes on; the rest happened. */
    public Status(String key, String icon, Tone tone, @Nullable Instant since) {
        this(key, icon, tone, since, tone == Tone.OPEN || tone == Tone.DOUBT);
    }
}

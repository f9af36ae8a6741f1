package io.heliograph.portal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A state as screens show it: word, icon, colour and since when.
 *
 * @param key of the word in the messages
 * @param icon a symbol of {@code icons.svg}
 * @param since shown after the badge; null for none
 */
public record Status(
        String key, String icon, Tone tone, @Nullable Instant since) {}

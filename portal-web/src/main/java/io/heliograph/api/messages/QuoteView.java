package io.heliograph.api.messages;

import io.heliograph.ledger.Credits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request would cost.
 *
 * @param characters septets in {@code gsm7}, UTF-16 units in {@code ucs2}
 * @param segments of each message
 * @param unicodeCharacters those that force {@code ucs2}
 * @param messages how many would be sent
 * @param price of all of them
 * @param available what the account may spend now
 * @param sendable whether it would be accepted as it is
 * @param numbers in the order in which they were named, each once
 */
record QuoteView(
        String encoding,
        int characters,
        int segments,
        List<UnicodeCharacter> unicodeCharacters,
        int messages,
        Credits price,
        Credits available,
        boolean sendable,
        List<Line> numbers) {

    /**
     * A character that is not in the GSM alphabet.
     *
     * @param name its Unicode name
     * @param replacement what looks alike and is in the alphabet; absent if nothing is
     */
    record UnicodeCharacter(
            String character,
            String name,
            int count,
            @Nullable String replacement) {}

    /**
     * One number.
     *
     * @param problem an error code; absent if a message can go there
     */
    record Line(
            String to,
            String destination,
            String encoding,
            int segments,
            @Nullable Credits price,
            @Nullable String problem) {}
}

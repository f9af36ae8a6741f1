package io.heliograph.portal.send;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person fills in to send.
 *
 * @param numbers as typed or pasted
 * @param key makes a form that is sent twice one submission
 * @param leaveOut ticked: send without the numbers that can't be used
 * @param again ticked: send although the same went out not long ago
 */
record SendForm(String sender, String numbers, String text, String key, Boolean leaveOut, Boolean again) {

    private static final String KEY_PREFIX = "form-";
    private static final int LONGEST_KEY = 100;

    SendForm(
            @Nullable String sender,
            @Nullable String numbers,
            @Nullable String text,
            @Nullable String key,
            @Nullable Boolean leaveOut,
            @Nullable Boolean again) {
        this.sender = sender == null ? "" : sender.strip();
        this.numbers = numbers == null ? "" : numbers;
        this.text = text == null ? "" : text;
        this.key = key == null || key.isBlank() || key.length() > LONGEST_KEY ? newKey() : key;
        this.leaveOut = Boolean.TRUE.equals(leaveOut);
        this.again = Boolean.TRUE.equals(again);
    }

    static SendForm of(String sender, String numbers, String text) {
        return new SendForm(sender, numbers, text, null, null, null);
    }

    SendForm withNumbers(String others) {
        return new SendForm(sender, others, text, key, leaveOut, again);
    }

    SendForm withText(String other) {
        return new SendForm(sender, numbers, other, key, leaveOut, again);
    }

    private static String newKey() {
        return KEY_PREFIX + UUID.randomUUID();
    }
}

package io.heliograph.provider;

import io.heliograph.text.Encoding;
import io.heliograph.text.MessageText;
import java.util.List;

/**
 * One request to 1s2u: the same text from the same sender to several numbers.
 *
 * @param sender contract S3
 * @param text 1 to 5 parts (contract S5); {@code \r\n} becomes {@code \n}
 * @param encoding always that of the text, whatever is passed: 1s2u does not check {@code mt} (contract S2)
 * @param msisdns at least one; repeated ones are dropped, in order (contract S4)
 */
public record Submit(String sender, String text, Encoding encoding, List<String> msisdns) {

    public Submit {
        MessageText read = MessageText.of(text);
        text = read.text();
        encoding = read.encoding();
        msisdns = msisdns.stream().distinct().toList();
        if (msisdns.isEmpty()) {
            throw new IllegalArgumentException("A request names at least one number");
        }
    }

    public Submit(String sender, String text, List<String> msisdns) {
        this(sender, text, Encoding.GSM7, msisdns);
    }

    /** 1s2u's message type: 0 for the GSM alphabet, else 1 (contract S2). */
    int mt() {
        return switch (encoding) {
            case GSM7 -> 0;
            case UCS2 -> 1;
        };
    }

    /** Without the text, which must not reach a log. */
    @Override
    public String toString() {
        return "Submit[" + sender + ", " + encoding + ", " + msisdns.size() + " numbers]";
    }
}

package io.heliograph.text;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into parts; no character straddles two (contract S5). */
final class Parts {

    private Parts() {}

    static int count(String text, Encoding encoding) {
        int count = 0;
        int limit = limit(text, encoding);
        for (int start = 0; start < text.length(); start = end(text, start, limit, encoding)) {
            count++;
        }
        return count;
    }

    static List<String> of(String text, Encoding encoding) {
        List<String> parts = new ArrayList<>();
        int limit = limit(text, encoding);
        int start = 0;
        while (start < text.length()) {
            int end = end(text, start, limit, encoding);
            parts.add(text.substring(start, end));
            start = end;
        }
        return List.copyOf(parts);
    }

    /** How much of {@code text}, as an index, fits into {@code segments} parts. */
    static int fitting(String text, Encoding encoding, int segments) {
        if (segments == 1) {
            return end(text, 0, encoding.unitsAlone(), encoding);
        }
        int end = 0;
        for (int part = 0; part < segments; part++) {
            end = end(text, end, encoding.unitsInPart(), encoding);
        }
        return end;
    }

    private static int limit(String text, Encoding encoding) {
        return end(text, 0, encoding.unitsAlone(), encoding) == text.length()
                ? encoding.unitsAlone()
                : encoding.unitsInPart();
    }

    private static int end(String text, int start, int limit, Encoding encoding) {
        int units = 0;
        int end = start;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            units += encoding.units(codePoint);
            if (units > limit) {
                return end;
            }
            end += Character.charCount(codePoint);
        }
        return end;
    }
}

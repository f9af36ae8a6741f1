package io.heliograph.text;

import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Typographic characters and what stands in for them in the GSM alphabet.
 *
 * <p>Only what reads the same is replaced: {@code ç} has no look-alike, since {@code c} would be another letter.
 */
final class LookAlikes {

    private static final Map<Integer, String> BY_CODE_POINT = new HashMap<>();

    static {
        put("'", "\u2018\u2019\u201A\u201B\u2032\u2035\u2039\u203A\u00B4`\u02BB\u02BC");
        put("\"", "\u201C\u201D\u201E\u201F\u2033\u2036\u00AB\u00BB");
        put("-", "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043");
        put("...", "\u2026");
        put("*", "\u2022\u00B7\u2219");
        put("/", "\u2044\u2215");
        put("x", "\u00D7");
        put("|", "\u00A6");
        put("^", "\u02C6");
        put("~", "\u02DC");
        put(" ", "\t\u00A0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000");
        put("\n", "\u000B\u0085\u2028\u2029");
        put("", "\u00AD\u200B\u200E\u200F\u2060\u2066\u2067\u2068\u2069\u202A\u202B\u202C\u202D\u202E\uFEFF");
        putEach("ΩΔΣΠ", "\u2126\u2206\u2211\u220F");
        putEach(
                "ABEZHIKMNOPTYX",
                "\u0391\u0392\u0395\u0396\u0397\u0399\u039A\u039C\u039D\u039F\u03A1\u03A4\u03A5\u03A7");
    }

    private LookAlikes() {}

    /** {@code text} cut into what people see as single characters. */
    static List<String> characters(String text) {
        List<String> characters = new ArrayList<>();
        BreakIterator cuts = BreakIterator.getCharacterInstance(Locale.ROOT);
        cuts.setText(text);
        int start = cuts.first();
        for (int end = cuts.next(); end != BreakIterator.DONE; end = cuts.next()) {
            characters.add(text.substring(start, end));
            start = end;
        }
        return characters;
    }

    /** What stands in for {@code character}: null when nothing does, empty when it can be left out. */
    static @Nullable String of(String character) {
        String composed = Normalizer.normalize(character, Normalizer.Form.NFC);
        if (Gsm0338.holds(composed)) {
            return composed;
        }
        StringBuilder standIn = new StringBuilder();
        for (int codePoint : composed.codePoints().toArray()) {
            String part = Gsm0338.septets(codePoint) > 0 ? Character.toString(codePoint) : BY_CODE_POINT.get(codePoint);
            if (part == null) {
                return null;
            }
            standIn.append(part);
        }
        return standIn.toString();
    }

    private static void put(String standIn, String characters) {
        characters.codePoints().forEach(c -> BY_CODE_POINT.put(c, standIn));
    }

    private static void putEach(String standIns, String characters) {
        for (int i = 0; i < characters.length(); i++) {
            BY_CODE_POINT.put((int) characters.charAt(i), String.valueOf(standIns.charAt(i)));
        }
    }
}

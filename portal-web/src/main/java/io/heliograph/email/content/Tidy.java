package io.heliograph.email.content;

import java.util.regex.Pattern;

/** Takes out of a text what costs and is not seen: blanks at the ends of lines, empty lines, invisible characters. */
final class Tidy {

    private static final Pattern LINE_END = Pattern.compile("\\r\\n?|[\\u0085\\u2028\\u2029]");
    private static final Pattern BLANK = Pattern.compile("[\\t\\u00A0\\u2007\\u202F]");
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\x00-\\x09\\x0B-\\x1F\\x7F-\\x9F\\u00AD\\u200B\\u2060\\uFEFF]");
    private static final Pattern BLANKS_AT_END = Pattern.compile(" ++(?=\\n)");
    private static final Pattern EMPTY_LINES = Pattern.compile("\\n{3,}");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Tidy() {}

    /** A text with its lines; between two of them at most one that is empty. */
    static String text(String raw) {
        String lines = LINE_END.matcher(raw).replaceAll("\n");
        String seen = INVISIBLE.matcher(BLANK.matcher(lines).replaceAll(" ")).replaceAll("");
        String ended = BLANKS_AT_END.matcher(seen).replaceAll("");
        return EMPTY_LINES.matcher(ended).replaceAll("\n\n").strip();
    }

    /** A text as one line. */
    static String line(String raw) {
        return BLANKS.matcher(text(raw)).replaceAll(" ");
    }
}

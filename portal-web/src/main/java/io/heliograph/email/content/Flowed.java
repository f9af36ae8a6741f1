package io.heliograph.email.content;

import java.util.List;

/** Joins the lines that a mail program broke for its own sake (RFC 3676, format=flowed). */
final class Flowed {

    private static final String SIGNATURE = "-- ";

    private Flowed() {}

    /**
     * Paragraphs as lines. Quoted lines stay as they are.
     *
     * @param deletesSpace whether the blank at the end of a broken line is not a part of the text
     */
    static String joined(String text, boolean deletesSpace) {
        StringBuilder joined = new StringBuilder(text.length());
        List<String> lines = text.lines().toList();
        for (String line : lines) {
            boolean isBroken = line.endsWith(" ") && !line.equals(SIGNATURE) && !line.startsWith(">");
            String unstuffed = line.startsWith(" ") ? line.substring(1) : line;
            joined.append(isBroken && deletesSpace ? unstuffed.substring(0, unstuffed.length() - 1) : unstuffed);
            if (!isBroken) {
                joined.append('\n');
            }
        }
        return joined.toString();
    }
}

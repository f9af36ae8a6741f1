package io.heliograph.sheets;

import java.io.IOException;
import java.util.List;

/** Writes a file for spreadsheets, row after row, holding few of them in memory. Closing it ends the file. */
public interface SheetWriter extends AutoCloseable {

    /** Writes a row of texts; one that looks like a formula is made harmless. */
    void row(List<String> cells) throws IOException;

    @Override
    void close() throws IOException;

    /** A text as a spreadsheet may show it: never a formula. */
    static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}

package io.heliograph.sheets;

import io.heliograph.sheets.UnreadableSheetException.Fault;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/** Reads a file by what is in it, whatever it is called: XLSX, CSV with commas, semicolons or tabs, or a number a line. */
public final class SheetReader {

    private static final int HEAD = 8;

    private SheetReader() {}

    /**
     * The rows of a file.
     *
     * @throws UnreadableSheetException if it is no such file, or larger than {@link Sheet} allows
     */
    public static Sheet read(byte[] file) {
        if (file.length > Sheet.MOST_BYTES) {
            throw new UnreadableSheetException(Fault.TOO_LARGE);
        }
        byte[] head = Arrays.copyOf(file, HEAD);
        if (ReadableWorkbook.isOLE2Header(head)) {
            throw new UnreadableSheetException(Fault.OLD_FORMAT);
        }
        if (ReadableWorkbook.isOOXMLZipHeader(head)) {
            Unpacked.check(file);
            return checked(XlsxRows.read(file));
        }
        return checked(new Sheet(CsvRows.read(file), List.of()));
    }

    private static Sheet checked(Sheet sheet) {
        if (sheet.lines().isEmpty()) {
            throw new UnreadableSheetException(sheet.hidden().isEmpty() ? Fault.NO_ROWS : Fault.ALL_HIDDEN);
        }
        return sheet;
    }

    /** Adds a row, unless there are too many, or it is too wide. */
    static void add(List<Sheet.Line> lines, int number, List<String> cells) {
        if (cells.size() > Sheet.MOST_COLUMNS) {
            throw new UnreadableSheetException(Fault.TOO_MANY_COLUMNS);
        }
        if (cells.stream().mapToLong(String::length).sum() > Sheet.MOST_CHARACTERS_OF_ROW) {
            throw new UnreadableSheetException(Fault.TOO_LONG_ROW);
        }
        Sheet.Line line = new Sheet.Line(number, cells);
        if (line.isEmpty()) {
            return;
        }
        if (lines.size() == Sheet.MOST_ROWS) {
            throw new UnreadableSheetException(Fault.TOO_MANY_ROWS);
        }
        lines.add(line);
    }
}

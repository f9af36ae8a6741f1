package io.heliograph.sheets;

import io.heliograph.sheets.UnreadableSheetException.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** The first visible sheet of an XLSX file, row by row; what a filter hides is apart. */
final class XlsxRows {

    private static final int MOST_DIGITS = 40;

    private XlsxRows() {}

    static Sheet read(byte[] file) {
        List<Sheet.Line> lines = new ArrayList<>();
        List<Sheet.Line> hidden = new ArrayList<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
                Stream<Row> rows = firstVisible(workbook).openStream()) {
            rows.forEach(row -> SheetReader.add(row.isHidden() ? hidden : lines, row.getRowNum(), cells(row)));
        } catch (IOException | UncheckedIOException | ExcelReaderException | IllegalArgumentException _) {
            throw new UnreadableSheetException(Fault.UNREADABLE);
        }
        return new Sheet(lines, hidden);
    }

    private static org.dhatim.fastexcel.reader.Sheet firstVisible(ReadableWorkbook workbook) {
        return workbook.getSheets()
                .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .findFirst()
                .orElseThrow(() -> new UnreadableSheetException(Fault.NO_ROWS));
    }

    private static List<String> cells(Row row) {
        if (row.getCellCount() > Sheet.MOST_COLUMNS) {
            throw new UnreadableSheetException(Fault.TOO_MANY_COLUMNS);
        }
        List<String> cells = new ArrayList<>(row.getCellCount());
        for (int column = 0; column < row.getCellCount(); column++) {
            cells.add(text(row.getCell(column)));
        }
        return cells;
    }

    /**
     * A number in full, not as its format shows it: 447700900123, never 4.477E+11. One of more digits or zeros than anybody
     * means stays as the file has it: in full, a few characters could be gigabytes.
     */
    private static String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
            return "";
        }
        if (cell.getType() != CellType.NUMBER) {
            return cell.getText().strip();
        }
        return isShort(cell.asNumber()) ? cell.asNumber().toPlainString() : cell.getRawValue();
    }

    private static boolean isShort(BigDecimal number) {
        return number.precision() <= MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DIGITS;
    }
}

package io.heliograph.sheets;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** XLSX with one sheet; all cells are texts, which Excel neither shortens nor reads as formulas. */
public final class XlsxSheet implements SheetWriter {

    private static final int ROWS_AT_ONCE = 1_000;
    private static final double COLUMN_WIDTH = 20;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int rows;

    /** @param name of the sheet, at most 31 characters */
    public XlsxSheet(OutputStream out, String name) {
        workbook = new Workbook(out, "Heliograph", "1.0");
        sheet = workbook.newWorksheet(name);
        sheet.freezePane(0, 1);
    }

    @Override
    public void row(List<String> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            if (rows == 0) {
                sheet.width(column, COLUMN_WIDTH);
            }
            sheet.value(rows, column, cells.get(column));
        }
        rows++;
        if (rows % ROWS_AT_ONCE == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}

package io.heliograph.sheets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Workbooks for tests. */
public final class SheetFiles {

    private SheetFiles() {}

    /** Ana in row 2, and Ben in row 3, which is hidden. */
    public static byte[] withHiddenRow() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("People");
            sheet.value(0, 0, "Name");
            sheet.value(0, 1, "Phone");
            sheet.value(1, 0, "Ana");
            sheet.value(1, 1, 447_700_900_123L);
            sheet.value(2, 0, "Ben");
            sheet.value(2, 1, 447_700_900_124L);
            sheet.hideRow(2);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

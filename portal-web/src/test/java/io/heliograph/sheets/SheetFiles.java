package io.heliograph.sheets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
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

    /** A workbook of one sheet, as no program writes it: {@code rows} is the XML between the tags of its rows. */
    static byte[] ofXml(String rows) {
        return ofXml(rows, "");
    }

    /** One with shared texts, also as XML. */
    static byte[] ofXml(String rows, String sharedTexts) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", """
                <Types><Override PartName="/xl/sharedStrings.xml"
                ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>
                """);
        parts.put("xl/workbook.xml", """
                <workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                <sheets><sheet name="People" sheetId="1" r:id="r1"/></sheets></workbook>
                """);
        parts.put("xl/_rels/workbook.xml.rels", """
                <Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>
                """);
        parts.put("xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
        parts.put("xl/sharedStrings.xml", "<sst>" + sharedTexts + "</sst>");
        parts.put("xl/media/image1.jpeg", "\u00ff\u00d8 no XML");
        return zip(parts);
    }

    private static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

package io.heliograph.sheets;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** CSV in UTF-8, with the mark by which Excel knows it. */
public final class CsvSheet implements SheetWriter {

    private static final byte[] MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

    private final CsvWriter csv;

    public CsvSheet(OutputStream out) throws IOException {
        out.write(MARK);
        csv = CsvWriter.builder().build(out, StandardCharsets.UTF_8);
    }

    @Override
    public void row(List<String> cells) {
        csv.writeRecord(cells.stream().map(CsvSheet::cell).toList());
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

    /** A phone number with its plus and spaces is no formula. */
    private static String cell(String text) {
        return text.matches("\\+[0-9 ()-]+") ? text : SheetWriter.harmless(text);
    }
}

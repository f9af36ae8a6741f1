package io.heliograph.sheets;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.heliograph.sheets.UnreadableSheetException.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Texts with a row a line, and commas, semicolons or tabs between cells, in UTF-8, UTF-16 or what Windows writes. */
final class CsvRows {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final List<Character> SEPARATORS = List.of(';', '\t', ',');
    private static final int LINES_LOOKED_AT = 20;

    private CsvRows() {}

    static List<Sheet.Line> read(byte[] file) {
        String text = text(file);
        if (text.indexOf('\0') >= 0) {
            throw new UnreadableSheetException(Fault.UNREADABLE);
        }
        List<Sheet.Line> lines = new ArrayList<>();
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(separator(text))
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(text)) {
            for (CsvRecord row : records) {
                SheetReader.add(
                        lines,
                        (int) row.getStartingLineNumber(),
                        row.getFields().stream().map(String::strip).toList());
            }
        } catch (CsvParseException | IOException | UncheckedIOException _) {
            throw new UnreadableSheetException(Fault.UNREADABLE);
        }
        return lines;
    }

    private static String text(byte[] file) {
        if (file.length >= 2 && (file[0] & 0xff) == 0xff && (file[1] & 0xff) == 0xfe) {
            return new String(file, 2, file.length - 2, StandardCharsets.UTF_16LE);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException _) {
            return new String(file, WINDOWS);
        }
    }

    /** The one that the first lines have most of; a comma where there is none. */
    private static char separator(String text) {
        Stream<String> first = text.lines().limit(LINES_LOOKED_AT);
        String looked = String.join("\n", first.toList());
        return SEPARATORS.stream()
                .max(Comparator.comparingLong(
                        separator -> looked.chars().filter(c -> c == separator).count()))
                .filter(separator -> looked.indexOf(separator) >= 0)
                .orElse(',');
    }
}

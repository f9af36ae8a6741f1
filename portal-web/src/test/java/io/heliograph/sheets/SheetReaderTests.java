package io.heliograph.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.heliograph.sheets.UnreadableSheetException.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetReaderTests {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final long ALLOCATED_BY_A_SMALL_FILE = 10L * 1024 * 1024;

    @ParameterizedTest
    @ValueSource(strings = {"Name,Phone\nAna,+44 1\n", "Name;Phone\r\nAna;+44 1", "Name\tPhone\nAna\t+44 1\n\n\n"})
    void readsWhateverParts(String text) {
        assertThat(read(text))
                .containsExactly(
                        new Sheet.Line(1, List.of("Name", "Phone")), new Sheet.Line(2, List.of("Ana", "+44 1")));
    }

    @Test
    void readsRowsOfDifferentLength() {
        assertThat(read("Phone,Note\n44\n45,a,b\n"))
                .extracting(Sheet.Line::cells)
                .containsExactly(List.of("Phone", "Note"), List.of("44"), List.of("45", "a", "b"));
    }

    @Test
    void keepsTheRowsOwnNumbersAndQuotedCells() {
        assertThat(read("Phone,Note\n\n\"44,1\",\"a \"\"b\"\"\"\n"))
                .containsExactly(
                        new Sheet.Line(1, List.of("Phone", "Note")), new Sheet.Line(3, List.of("44,1", "a \"b\"")));
    }

    @Test
    void readsWhatWindowsAndExcelWrite() {
        assertThat(SheetReader.read("Größe;1".getBytes(WINDOWS))
                        .lines()
                        .getFirst()
                        .cells())
                .containsExactly("Größe", "1");
        assertThat(SheetReader.read("\uFEFFGröße;1".getBytes(StandardCharsets.UTF_16LE))
                        .lines()
                        .getFirst()
                        .cells())
                .containsExactly("Größe", "1");
        assertThat(read("\uFEFFGröße;1").getFirst().cells()).containsExactly("Größe", "1");
    }

    @Test
    void readsTheFirstVisibleSheetOfAWorkbookAndItsNumbersInFull() {
        byte[] file = workbook();

        List<Sheet.Line> lines = SheetReader.read(file).lines();

        assertThat(lines)
                .containsExactly(
                        new Sheet.Line(1, List.of("Name", "Phone")), new Sheet.Line(3, List.of("Ana", "447700900123")));
    }

    @Test
    void keepsWhatTheSpreadsheetHidesApart() {
        Sheet sheet = SheetReader.read(SheetFiles.withHiddenRow());

        assertThat(sheet.lines()).extracting(Sheet.Line::number).containsExactly(1, 2);
        assertThat(sheet.hidden()).containsExactly(new Sheet.Line(3, List.of("Ben", "447700900124")));
    }

    @Test
    void whatItWritesItReads() throws IOException {
        ByteArrayOutputStream xlsx = new ByteArrayOutputStream();
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        List<List<String>> rows = List.of(List.of("Number", "State"), List.of("+44 7700 900123", "Größe"));

        for (SheetWriter out : List.of(new XlsxSheet(xlsx, "Numbers"), new CsvSheet(csv))) {
            try (out) {
                for (List<String> row : rows) {
                    out.row(row);
                }
            }
        }

        assertThat(SheetReader.read(xlsx.toByteArray()).lines().stream().map(Sheet.Line::cells))
                .containsExactlyElementsOf(rows);
        assertThat(SheetReader.read(csv.toByteArray()).lines().stream().map(Sheet.Line::cells))
                .containsExactlyElementsOf(rows);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+cmd", "-2", "@x"})
    void writesNoFormula(String text) throws IOException {
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        try (SheetWriter out = new CsvSheet(csv)) {
            out.row(List.of(text));
        }

        assertThat(csv.toString(StandardCharsets.UTF_8).strip()).isEqualTo("\uFEFF'" + text);
    }

    @Test
    void takesAsManyRowsAndColumnsAsItSays() {
        assertThat(read("1\n".repeat(Sheet.MOST_ROWS))).hasSize(Sheet.MOST_ROWS);
        assertFault("1\n".repeat(Sheet.MOST_ROWS + 1).getBytes(StandardCharsets.UTF_8), Fault.TOO_MANY_ROWS);
        assertThat(read("1" + ",1".repeat(Sheet.MOST_COLUMNS - 1)).getFirst().cells())
                .hasSize(Sheet.MOST_COLUMNS);
        assertFault(("1" + ",1".repeat(Sheet.MOST_COLUMNS)).getBytes(StandardCharsets.UTF_8), Fault.TOO_MANY_COLUMNS);
    }

    @Test
    void takesRowsAsLongAsItSays() {
        assertThat(read("1".repeat(Sheet.MOST_CHARACTERS_OF_ROW))).hasSize(1);
        assertFault("1".repeat(Sheet.MOST_CHARACTERS_OF_ROW + 1).getBytes(StandardCharsets.UTF_8), Fault.TOO_LONG_ROW);
    }

    @Test
    void countsTheCharactersOfARowBeyondAnInt() {
        String text = "x".repeat((int) ((1L << 32) / Sheet.MOST_COLUMNS + 1));
        String row = "<row>" + "<c t='s'><v>0</v></c>".repeat(Sheet.MOST_COLUMNS) + "</row>";

        assertFault(SheetFiles.ofXml(row, "<si><t>" + text + "</t></si>"), Fault.TOO_LONG_ROW);
    }

    @Test
    void refusesWhatIsNoSheet() throws IOException {
        assertFault(
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1},
                Fault.OLD_FORMAT);
        assertFault(new byte[] {1, 0, 2, 0, 3}, Fault.UNREADABLE);
        assertFault(new byte[Sheet.MOST_BYTES + 1], Fault.TOO_LARGE);
        assertFault(" \n;;\n".getBytes(StandardCharsets.UTF_8), Fault.NO_ROWS);
        assertFault(zip("readme.txt"), Fault.UNREADABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "447700900123, 447700900123",
        "4.47700900123E11, 447700900123",
        "1E40, 10000000000000000000000000000000000000000",
        "1E41, 1E41",
        "1E9999, 1E9999",
        "1E-41, 1E-41",
        "1234567890123456789012345678901234567890.1, 1234567890123456789012345678901234567890.1"
    })
    void readsNumbersInFullUnlessTheyAreLongerThanAnybodyMeans(String written, String read) {
        Sheet sheet = SheetReader.read(SheetFiles.ofXml("<row r='1'><c r='A1'><v>" + written + "</v></c></row>"));

        assertThat(sheet.lines()).containsExactly(new Sheet.Line(1, List.of(read)));
    }

    @Test
    void computesWithNoNumberOfAThousandDigits() {
        String digits = "1".repeat(1_000);
        String cell = "<row r='1'><c r='A1'%s><v>%s</v></c></row>";

        assertThat(SheetReader.read(SheetFiles.ofXml(cell.formatted("", digits)))
                        .lines())
                .containsExactly(new Sheet.Line(1, List.of(digits)));
        assertThat(SheetReader.read(SheetFiles.ofXml(cell.formatted(" t='str'", digits + "1")))
                        .lines())
                .containsExactly(new Sheet.Line(1, List.of(digits + "1")));
        assertFault(SheetFiles.ofXml(cell.formatted("", digits + "1")), Fault.UNREADABLE);
        assertFault(SheetFiles.ofXml(cell.formatted("", digits + "<x>1</x>")), Fault.UNREADABLE);
        assertFault(
                SheetFiles.ofXml("<row><c><x><c t='str'><v>" + digits + "1</v></c></x></c></row>"), Fault.UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"XFE1", "ZZZZZ1", "zzzzz1", "A&#90;ZZZ1"})
    void makesNoRoomForColumnsThatNoSpreadsheetHas(String reference) {
        byte[] file = SheetFiles.ofXml("<row r='1'><c r='" + reference + "'><v>1</v></c></row>");

        assertThat(bytesAllocatedBy(() -> assertFault(file, Fault.TOO_MANY_COLUMNS)))
                .isLessThan(ALLOCATED_BY_A_SMALL_FILE);
    }

    @Test
    void makesNoRoomForMoreCellsInARowThanASpreadsheetHasColumns() {
        byte[] file = SheetFiles.ofXml("<row>" + "<c/>".repeat(1_000_000) + "</row>");

        assertThat(bytesAllocatedBy(() -> assertFault(file, Fault.TOO_MANY_COLUMNS)))
                .isLessThan(ALLOCATED_BY_A_SMALL_FILE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "$", "&#196;1", "ZZZZZZZZZZZZZZZ"})
    void refusesWhatIsNoReference(String reference) {
        Fault fault = reference.startsWith("Z") ? Fault.TOO_MANY_COLUMNS : Fault.UNREADABLE;

        assertFault(SheetFiles.ofXml("<row><c r='" + reference + "'><v>1</v></c></row>"), fault);
    }

    @Test
    void takesAsManyColumnsOfAWorkbookAsItSays() {
        assertFault(SheetFiles.ofXml("<row><c r='ALM1'><v>1</v></c></row>"), Fault.TOO_MANY_COLUMNS);
        assertThat(SheetReader.read(SheetFiles.ofXml("<row><c r='ALL1'><v>1</v></c></row>"))
                        .columns())
                .isEqualTo(Sheet.MOST_COLUMNS);
    }

    @Test
    void readsSharedTextsThatAreThere() {
        String cell = "<row r='1'><c r='A1' t='s'><v>%s</v></c><c r='B1'><v>1</v></c></row>";
        String texts = "<si><t>Ana</t></si><si><t>Ben</t></si>";

        assertThat(SheetReader.read(SheetFiles.ofXml(cell.formatted("1"), texts))
                        .lines())
                .containsExactly(new Sheet.Line(1, List.of("Ben", "1")));
        assertFault(SheetFiles.ofXml(cell.formatted("2"), texts), Fault.UNREADABLE);
        assertFault(SheetFiles.ofXml(cell.formatted("-1"), texts), Fault.UNREADABLE);
        assertFault(SheetFiles.ofXml(cell.formatted("9999999999"), texts), Fault.UNREADABLE);
    }

    private static List<Sheet.Line> read(String text) {
        return SheetReader.read(text.getBytes(StandardCharsets.UTF_8)).lines();
    }

    private static long bytesAllocatedBy(Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static void assertFault(byte[] file, Fault fault) {
        assertThatThrownBy(() -> SheetReader.read(file))
                .isInstanceOfSatisfying(
                        UnreadableSheetException.class,
                        refused -> assertThat(refused.fault()).isEqualTo(fault));
    }

    /** A hidden sheet, and one with a number that Excel would show as 4.477E+11. */
    private static byte[] workbook() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Test", "1.0")) {
            Worksheet hidden = workbook.newWorksheet("Old");
            hidden.setVisibilityState(VisibilityState.HIDDEN);
            hidden.value(0, 0, "Not this");
            Worksheet shown = workbook.newWorksheet("New");
            shown.value(0, 0, "Name");
            shown.value(0, 1, "Phone");
            shown.value(2, 0, "Ana");
            shown.value(2, 1, 447_700_900_123L);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(String entry) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(1);
        }
        return bytes.toByteArray();
    }
}

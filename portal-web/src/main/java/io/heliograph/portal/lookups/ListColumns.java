package io.heliograph.portal.lookups;

import io.heliograph.sheets.Sheet;
import io.heliograph.text.TypedNumber;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The columns of a sheet, by the look of its first rows.
 *
 * @param guess the one that is called so, or else the one with the most numbers
 */
record ListColumns(List<ListColumn> all, NumberColumn guess) {

    private static final Pattern NAMES =
            Pattern.compile("(?i).*(phone|mobile|msisdn|number|\\btel|cell|handy|rufnummer|telefon|m[oó]vil).*");
    private static final int ROWS_LOOKED_AT = 200;
    private static final int ROWS_SHOWN = 3;
    private static final int NAMES_SHOWN = 10;
    private static final int LETTERS = 26;

    ListColumns {
        all = List.copyOf(all);
    }

    /** @throws NoNumberColumnException if no column holds a number in the first rows */
    static ListColumns of(Sheet sheet) {
        Sheet.Line first = sheet.lines().getFirst();
        boolean headed = first.cells().stream().noneMatch(ListColumns::isNumber);
        List<ListColumn> all = IntStream.range(0, sheet.columns())
                .mapToObj(index -> column(sheet, headed, index))
                .toList();
        ListColumn guess = all.stream()
                .filter(column -> column.numbers() > 0)
                .max(Comparator.comparingLong(ListColumns::score)
                        .thenComparing(
                                Comparator.comparingInt(ListColumn::index).reversed()))
                .orElseThrow(() -> new NoNumberColumnException(names(first)));
        return new ListColumns(all, new NumberColumn(guess.index(), headed));
    }

    /** How its columns are called, each by its heading, or else by its letter. */
    static List<String> headings(Sheet sheet, boolean headed) {
        Sheet.Line first = sheet.lines().getFirst();
        return IntStream.range(0, sheet.columns())
                .mapToObj(index -> headed && !first.cell(index).isEmpty() ? first.cell(index) : letter(index))
                .toList();
    }

    private static ListColumn column(Sheet sheet, boolean headed, int index) {
        List<Sheet.Line> rows = new NumberColumn(index, headed)
                .rows(sheet).stream().limit(ROWS_LOOKED_AT).toList();
        return new ListColumn(
                index,
                headed ? sheet.lines().getFirst().cell(index) : "",
                letter(index),
                rows.stream().limit(ROWS_SHOWN).map(row -> row.cell(index)).toList(),
                (int) rows.stream().filter(row -> isNumber(row.cell(index))).count(),
                rows.size());
    }

    /** Numbers count one each; a fitting name counts more than any of them. */
    private static long score(ListColumn column) {
        return (long) column.numbers() + (NAMES.matcher(column.heading()).matches() ? ROWS_LOOKED_AT : 0);
    }

    /** A, B, … Z, AA, as spreadsheets call them. */
    private static String letter(int index) {
        char last = (char) ('A' + index % LETTERS);
        return index < LETTERS ? String.valueOf(last) : letter(index / LETTERS - 1) + last;
    }

    private static String names(Sheet.Line first) {
        return String.join(
                ", ",
                first.cells().stream()
                        .filter(cell -> !cell.isEmpty())
                        .limit(NAMES_SHOWN)
                        .toList());
    }

    private static boolean isNumber(String cell) {
        return TypedNumber.read(cell) instanceof TypedNumber.Usable;
    }
}

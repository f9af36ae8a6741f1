package io.heliograph.portal.lookups;

import io.heliograph.sheets.Sheet;
import io.heliograph.text.TypedNumber;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The column of a sheet that holds the numbers.
 *
 * @param index from 0
 * @param headed whether the first row is a heading
 */
record NumberColumn(int index, boolean headed) {

    private static final Pattern NAMES =
            Pattern.compile("(?i).*(phone|mobile|msisdn|number|\\btel|cell|handy|rufnummer|telefon|m[oó]vil).*");
    private static final int ROWS_LOOKED_AT = 200;
    private static final int NAMES_SHOWN = 10;

    /** The one that is called so, or else the one with the most numbers in the first rows. */
    static NumberColumn of(Sheet sheet) {
        Sheet.Line first = sheet.lines().getFirst();
        boolean headed = first.cells().stream().noneMatch(NumberColumn::isNumber);
        int columns = sheet.lines().stream()
                .limit(ROWS_LOOKED_AT)
                .mapToInt(line -> line.cells().size())
                .max()
                .orElse(0);
        int best = IntStream.range(0, columns)
                .boxed()
                .max((one, other) -> Long.compare(score(sheet, headed, one), score(sheet, headed, other)))
                .orElse(0);
        if (score(sheet, headed, best) == 0) {
            throw new NoNumberColumnException(names(first));
        }
        return new NumberColumn(best, headed);
    }

    List<Sheet.Line> rows(Sheet sheet) {
        return headed ? sheet.lines().subList(1, sheet.lines().size()) : sheet.lines();
    }

    /** Numbers count one each; a fitting name counts more than any of them. */
    private static long score(Sheet sheet, boolean headed, int column) {
        boolean named =
                headed && NAMES.matcher(sheet.lines().getFirst().cell(column)).matches();
        long numbers = sheet.lines().stream()
                .limit(ROWS_LOOKED_AT)
                .filter(line -> isNumber(line.cell(column)))
                .count();
        return numbers + (named ? ROWS_LOOKED_AT : 0);
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

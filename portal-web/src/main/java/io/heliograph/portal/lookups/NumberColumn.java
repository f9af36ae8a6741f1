package io.heliograph.portal.lookups;

import io.heliograph.sheets.Sheet;
import java.util.List;

/**
 * The column of a sheet that holds the numbers, as guessed or as chosen.
 *
 * @param index from 0
 * @param headed whether the first row is a heading
 */
record NumberColumn(int index, boolean headed) {

    List<Sheet.Line> rows(Sheet sheet) {
        return headed ? sheet.lines().subList(1, sheet.lines().size()) : sheet.lines();
    }
}

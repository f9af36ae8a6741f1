package io.heliograph.portal.lookups;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A column of a sheet, for somebody who chooses one.
 *
 * @param index from 0
 * @param heading empty if it has none
 * @param letter as spreadsheets call it
 * @param first what its first rows hold
 * @param numbers how many of the rows that were looked at hold a number
 * @param looked how many rows were looked at
 */
record ListColumn(int index, String heading, String letter, List<String> first, int numbers, int looked) {

    private static final int LONGEST_CELL = 40;

    /** What its first rows hold, in one line. */
    public String sample() {
        return first.stream()
                .map(cell -> cell.length() > LONGEST_CELL ? cell.substring(0, LONGEST_CELL) + "…" : cell)
                .map(cell -> cell.isEmpty() ? "–" : cell)
                .collect(Collectors.joining(" · "));
    }
}

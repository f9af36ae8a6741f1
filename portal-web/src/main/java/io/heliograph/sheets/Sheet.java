package io.heliograph.sheets;

import java.util.List;

/**
 * The rows of a file, empty ones left out.
 *
 * @param lines those that are seen, one at least
 * @param hidden those that the spreadsheet hides, as a filter does
 */
public record Sheet(List<Line> lines, List<Line> hidden) {

    /** The most bytes that a file may have. */
    public static final int MOST_BYTES = 20 * 1024 * 1024;

    /** The most rows that a file may have, a heading included. */
    public static final int MOST_ROWS = 100_001;

    /** The most columns that a file may have. */
    public static final int MOST_COLUMNS = 1_000;

    /** The most characters that a row may have: more are a quote that is not closed. */
    public static final int MOST_CHARACTERS_OF_ROW = 100_000;

    public Sheet {
        lines = List.copyOf(lines);
        hidden = List.copyOf(hidden);
    }

    /** How many columns its widest row has. */
    public int columns() {
        return lines.stream().mapToInt(line -> line.cells().size()).max().orElse(0);
    }

    /**
     * A row.
     *
     * @param number as the program shows it that made the file, from 1
     * @param cells without blanks around them; a row may have fewer than others
     */
    public record Line(int number, List<String> cells) {

        public Line {
            cells = List.copyOf(cells);
        }

        /** The cell of a column, counted from 0; empty if the row has none. */
        public String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }

        boolean isEmpty() {
            return cells.stream().allMatch(String::isEmpty);
        }
    }
}

package io.heliograph.lookups;

import java.util.List;

/**
 * A row of a customer's own file.
 *
 * @param place its row, from 1, as the program shows it that made the file
 * @param msisdn the number in it, digits of E.164
 * @param cells in the order of the columns; there may be fewer
 */
public record OwnRow(int place, String msisdn, List<String> cells) {

    public OwnRow {
        cells = List.copyOf(cells);
    }
}

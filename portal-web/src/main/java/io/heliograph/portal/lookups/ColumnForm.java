package io.heliograph.portal.lookups;

import org.jspecify.annotations.Nullable;

/**
 * Which column holds the numbers.
 *
 * @param column from 0, as sent; null if none was chosen
 * @param headed whether the first row is a heading
 */
record ColumnForm(@Nullable Integer column, boolean headed) {

    boolean isIn(int columns) {
        return column != null && column >= 0 && column < columns;
    }

    NumberColumn chosen() {
        if (column == null) {
            throw new IllegalStateException("No column was chosen");
        }
        return new NumberColumn(column, headed);
    }
}

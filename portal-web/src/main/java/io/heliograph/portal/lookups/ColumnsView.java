package io.heliograph.portal.lookups;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The question which column of a file holds the numbers.
 *
 * @param path of the page
 * @param name of the file
 * @param chosen the column that is marked, from 0; null for none
 * @param headed whether the first row is taken for a heading
 * @param rows how many rows it has, the first included
 * @param hidden how many rows the spreadsheet hides; they are left out
 */
record ColumnsView(
        String path,
        String name,
        List<ListColumn> columns,
        @Nullable Integer chosen,
        boolean headed,
        int rows,
        int hidden) {}

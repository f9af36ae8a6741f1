package io.heliograph.lookups;

import java.util.List;

/**
 * The customer's own file from which the numbers of a job come; its columns are given back beside the answers.
 *
 * @param headings the names of its columns, in order; none if there is nothing to give back
 */
public record OwnSheet(List<String> headings, List<OwnRow> rows) {

    /** Nothing to give back: numbers that were pasted, or a file of nothing else. */
    public static final OwnSheet NONE = new OwnSheet(List.of(), List.of());

    public OwnSheet {
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
    }
}

package io.heliograph.lookups;

import java.util.List;

/**
 * A lookup with the rows of the customer's own file in which its number stands.
 *
 * @param own their cells; none if the job has no own columns
 */
public record FoundRow(Lookup lookup, List<List<String>> own) {}

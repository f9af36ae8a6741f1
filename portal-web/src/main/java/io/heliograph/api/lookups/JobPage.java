package io.heliograph.api.lookups;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lookups, newest first.
 *
 * @param next the cursor of the next page; null on the last
 */
record JobPage(List<JobView> data, @Nullable UUID next) {}

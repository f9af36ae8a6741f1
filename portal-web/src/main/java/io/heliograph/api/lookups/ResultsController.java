package io.heliograph.api.lookups;

import io.heliograph.api.ApiResource;
import io.heliograph.api.Call;
import io.heliograph.api.Needs;
import io.heliograph.credentials.Scope;
import io.heliograph.lookups.Lookup;
import io.heliograph.lookups.LookupFilter;
import io.heliograph.lookups.Lookups;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** {@code /lookups/{id}/results}. */
@ApiResource
class ResultsController {

    private final OwnJobs own;
    private final Lookups lookups;

    ResultsController(OwnJobs own, Lookups lookups) {
        this.own = own;
        this.lookups = lookups;
    }

    @GetMapping("/api/v1/lookups/{id}/results")
    @Needs(Scope.LOOKUPS)
    ResultPage list(Call call, @PathVariable UUID id, @ModelAttribute ResultQuery query) {
        own.get(call, id);
        int size = query.size();
        LookupFilter filter = query.filter();
        List<Lookup> shown = lookups.page(call.accountId(), id, filter, query.after(), size);
        return new ResultPage(
                shown.stream().map(ResultView::of).toList(),
                shown.size() == size ? next(call, id, filter, shown.getLast().position()) : null);
    }

    private @Nullable Integer next(Call call, UUID id, LookupFilter filter, int last) {
        return lookups.page(call.accountId(), id, filter, last, 1).isEmpty() ? null : last;
    }

    /**
     * Results in the order of the numbers.
     *
     * @param next the cursor of the next page; null on the last
     */
    record ResultPage(List<ResultView> data, @Nullable Integer next) {}
}

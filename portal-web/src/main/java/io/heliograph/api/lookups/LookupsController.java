package io.heliograph.api.lookups;

import io.heliograph.api.ApiException;
import io.heliograph.api.ApiResource;
import io.heliograph.api.Body;
import io.heliograph.api.Call;
import io.heliograph.api.ErrorCode;
import io.heliograph.api.Needs;
import io.heliograph.api.Once;
import io.heliograph.credentials.Scope;
import io.heliograph.lookups.LookupJob;
import io.heliograph.lookups.LookupJobState;
import io.heliograph.lookups.LookupJobs;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /lookups}. */
@ApiResource
@RequestMapping("/api/v1/lookups")
@Needs(Scope.LOOKUPS)
class LookupsController {

    private static final int MOST = 200;

    private final Ordering ordering;
    private final OwnJobs own;
    private final LookupJobs jobs;
    private final Once once;

    LookupsController(Ordering ordering, OwnJobs own, LookupJobs jobs, Once once) {
        this.ordering = ordering;
        this.own = own;
        this.jobs = jobs;
        this.once = once;
    }

    @PostMapping
    ResponseEntity<String> start(Call call, @Body JobRequest request) {
        return once.byId(call, request, effectId -> ordering.order(call, request, effectId));
    }

    @GetMapping
    JobPage list(
            Call call,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new ApiException(ErrorCode.MALFORMED_PARAMETER, "limit is 1 to " + MOST);
        }
        List<LookupJob> found = jobs.page(call.accountId(), cursor, limit + 1);
        List<LookupJob> shown = found.size() > limit ? found.subList(0, limit) : found;
        return new JobPage(
                shown.stream().map(JobView::of).toList(),
                found.size() > limit ? shown.getLast().id() : null);
    }

    @GetMapping("/{id}")
    JobView read(Call call, @PathVariable UUID id) {
        return JobView.of(own.get(call, id));
    }

    @DeleteMapping("/{id}")
    JobView cancel(Call call, @PathVariable UUID id) {
        boolean before = own.get(call, id).state() == LookupJobState.CANCELLED;
        if (!before && !jobs.cancel(call.accountId(), id, call.caller().credentialId())) {
            throw new ApiException(ErrorCode.LOOKUP_STATE, "Every number of it is settled: nothing is left to cancel");
        }
        return read(call, id);
    }
}

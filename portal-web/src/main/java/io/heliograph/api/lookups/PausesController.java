package io.heliograph.api.lookups;

import io.heliograph.api.Answer;
import io.heliograph.api.ApiException;
import io.heliograph.api.ApiResource;
import io.heliograph.api.Call;
import io.heliograph.api.ErrorCode;
import io.heliograph.api.Needs;
import io.heliograph.api.Once;
import io.heliograph.api.Words;
import io.heliograph.credentials.Scope;
import io.heliograph.lookups.LookupJob;
import io.heliograph.lookups.LookupJobState;
import io.heliograph.lookups.LookupJobs;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** {@code /lookups/{id}/pause} and {@code …/resume}; without effect on one that is paused, or runs, already. */
@ApiResource
@RequestMapping("/api/v1/lookups/{id}")
@Needs(Scope.LOOKUPS)
class PausesController {

    private final OwnJobs own;
    private final LookupJobs jobs;
    private final Once once;

    PausesController(OwnJobs own, LookupJobs jobs, Once once) {
        this.own = own;
        this.jobs = jobs;
        this.once = once;
    }

    @PostMapping("/pause")
    ResponseEntity<String> pause(Call call, @PathVariable UUID id) {
        return once.inTransaction(call, null, () -> {
            LookupJob job = own.get(call, id);
            if (job.state() != LookupJobState.PAUSED && !jobs.pause(call.accountId(), id)) {
                throw over(job);
            }
            return Answer.ok(JobView.of(own.get(call, id)));
        });
    }

    @PostMapping("/resume")
    ResponseEntity<String> resume(Call call, @PathVariable UUID id) {
        return once.inTransaction(call, null, () -> {
            LookupJob job = own.get(call, id);
            if (job.state() != LookupJobState.RUNNING && !jobs.resume(call.accountId(), id)) {
                throw over(job);
            }
            return Answer.ok(JobView.of(own.get(call, id)));
        });
    }

    private static ApiException over(LookupJob job) {
        return new ApiException(
                        ErrorCode.LOOKUP_STATE, "Only a lookup that still has numbers to ask can be paused or resumed")
                .with("state", Words.of(job.state()));
    }
}

package io.heliograph.api.lookups;

import io.heliograph.api.ApiException;
import io.heliograph.api.Call;
import io.heliograph.lookups.LookupJob;
import io.heliograph.lookups.LookupJobs;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The lookups of the account that is acted for, once they are started. */
@Component
class OwnJobs {

    private final LookupJobs jobs;

    OwnJobs(LookupJobs jobs) {
        this.jobs = jobs;
    }

    /** @throws ApiException 404, also for somebody else's and for a draft of the browser's */
    LookupJob get(Call call, UUID id) {
        return jobs.find(call.accountId(), id)
                .filter(job -> job.state().isStarted())
                .orElseThrow(() -> ApiException.notFound("lookup"));
    }
}

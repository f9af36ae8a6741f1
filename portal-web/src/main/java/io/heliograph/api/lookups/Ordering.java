package io.heliograph.api.lookups;

import io.heliograph.api.Answer;
import io.heliograph.api.ApiException;
import io.heliograph.api.Call;
import io.heliograph.api.ErrorCode;
import io.heliograph.lookups.LookupChannel;
import io.heliograph.lookups.LookupJobs;
import io.heliograph.lookups.LookupRequest;
import io.heliograph.lookups.LookupResult;
import io.heliograph.tenants.Tenants;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Hands a request to the one way in for lookups. */
@Component
class Ordering {

    private final LookupJobs jobs;
    private final Tenants tenants;

    Ordering(LookupJobs jobs, Tenants tenants) {
        this.jobs = jobs;
        this.tenants = tenants;
    }

    /**
     * Charges and starts, once for each id.
     *
     * @throws ApiException if nothing was started
     */
    Answer order(Call call, JobRequest request, UUID effectId) {
        requireGoing(call.accountId());
        LookupRequest lookup = new LookupRequest(
                call.accountId(),
                LookupChannel.REST,
                call.caller().credentialId(),
                null,
                request.title(),
                request.msisdns(),
                request.reuse(),
                effectId.toString());
        return switch (jobs.accept(lookup)) {
            case LookupResult.Accepted accepted ->
                Answer.accepted(
                        JobView.of(accepted.job()),
                        "/api/v1/lookups/" + accepted.job().id());
            case LookupResult.Refused refused -> throw Refusals.of(refused.refusal());
        };
    }

    /** A reseller can read a suspended customer's data, and not look up for it. */
    private void requireGoing(UUID accountId) {
        if (tenants.isSuspended(accountId)) {
            throw new ApiException(ErrorCode.ACCOUNT_SUSPENDED, "Let the account go on first");
        }
    }
}

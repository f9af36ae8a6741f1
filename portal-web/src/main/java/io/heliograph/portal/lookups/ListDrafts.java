package io.heliograph.portal.lookups;

import io.heliograph.lookups.DraftResult;
import io.heliograph.lookups.LookupChannel;
import io.heliograph.lookups.LookupJobs;
import io.heliograph.lookups.LookupRequest;
import io.heliograph.portal.Flash;
import io.heliograph.signin.SignedIn;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Makes a draft of a list, with its price. */
@Component
class ListDrafts {

    private final LookupJobs jobs;
    private final Refusals refusals;

    ListDrafts(LookupJobs jobs, Refusals refusals) {
        this.jobs = jobs;
        this.refusals = refusals;
    }

    /**
     * Drafts a list.
     *
     * @param name what it is called
     * @param field where it is said what is wrong with it
     * @return the way to its price; empty if it is not taken, which {@code errors} then say
     */
    Optional<String> draft(
            SignedIn who,
            String name,
            GivenNumbers given,
            BindingResult errors,
            String field,
            RedirectAttributes redirect) {
        if (given.ready().isEmpty()) {
            errors.rejectValue(field, "lookups.none");
            return Optional.empty();
        }
        LookupRequest request = new LookupRequest(
                who.tenantId(), LookupChannel.BROWSER, null, who.userId(), name, given.ready(), null, null);
        return switch (jobs.draft(request, given.leftOut(), given.own())) {
            case DraftResult.Drafted drafted -> {
                if (given.repeated() > 0) {
                    Flash.done(redirect, "lookups.repeated", given.repeated());
                }
                yield Optional.of("redirect:/lookups/" + drafted.job().id());
            }
            case DraftResult.TooManyDrafts many -> {
                errors.rejectValue(field, "lookups.drafts.many", new Object[] {many.most()}, "");
                yield Optional.empty();
            }
            case DraftResult.Refused refused -> {
                refusals.tell(refused.refusal(), errors, field);
                yield Optional.empty();
            }
        };
    }
}

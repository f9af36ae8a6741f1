package io.heliograph.portal.send;

import io.heliograph.lookups.Lookup;
import io.heliograph.lookups.LookupFilter;
import io.heliograph.lookups.Lookups;
import io.heliograph.lookups.NumberStatus;
import io.heliograph.messages.Channel;
import java.util.StringJoiner;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Numbers that were checked, as a list to send to. */
@Component
class CheckedNumbers {

    private final Lookups lookups;

    CheckedNumbers(Lookups lookups) {
        this.lookups = lookups;
    }

    /** The active numbers of a job, one a line, as many as go out together; a stranger's job has none. */
    String active(UUID tenantId, UUID jobId) {
        StringJoiner lines = new StringJoiner("\n");
        int left = Channel.BROWSER.mostNumbers();
        int after = 0;
        while (left > 0) {
            var page = lookups.page(
                    tenantId,
                    jobId,
                    LookupFilter.of(NumberStatus.ACTIVE),
                    after,
                    Math.min(left, Lookups.MOST_IN_A_PAGE));
            if (page.isEmpty()) {
                break;
            }
            page.stream().map(Lookup::msisdn).forEach(msisdn -> lines.add("+" + msisdn));
            left -= page.size();
            after = page.getLast().position();
        }
        return lines.toString();
    }
}

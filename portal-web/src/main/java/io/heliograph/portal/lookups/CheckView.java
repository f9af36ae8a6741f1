package io.heliograph.portal.lookups;

import io.heliograph.lookups.Lookup;
import io.heliograph.lookups.LookupJob;
import io.heliograph.portal.Status;

/**
 * One number that was checked.
 *
 * @param held whether it waits as something at the network is wrong
 */
record CheckView(LookupJob job, Lookup lookup, Status status, boolean held) {

    public boolean isSettled() {
        return lookup.state().isFinal();
    }

    /** Changes with anything that is shown. */
    public String version() {
        return lookup.state() + (held ? "-held" : "");
    }

    /** Where the answer is. */
    public String changes() {
        return "/lookups/checks/" + job.id() + "?v=" + version();
    }
}

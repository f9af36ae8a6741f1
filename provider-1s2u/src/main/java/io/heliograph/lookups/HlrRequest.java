package io.heliograph.lookups;

import io.heliograph.dispatch.ProviderAccount;
import java.util.List;
import java.util.UUID;

/**
 * Numbers that are asked for together. All are {@code ASKING}, on disk, under the lease.
 *
 * @param strikes of the account when the request was planned
 */
record HlrRequest(ProviderAccount account, UUID lease, List<Asked> asked, int strikes) {

    /** The different numbers, in their order. */
    List<String> msisdns() {
        return asked.stream().map(Asked::msisdn).distinct().toList();
    }
}

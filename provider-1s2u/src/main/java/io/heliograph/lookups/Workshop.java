package io.heliograph.lookups;

import org.springframework.stereotype.Component;

/** What the askers of all accounts work with. */
@Component
record Workshop(
        QueueRows queue,
        LookupAccounts accounts,
        Places places,
        Claims claims,
        Breaker breaker,
        Recording recording,
        Housekeeping housekeeping) {}

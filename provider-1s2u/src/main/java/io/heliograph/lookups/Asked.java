package io.heliograph.lookups;

import java.util.UUID;

/**
 * A lookup whose request is about to leave, or under way.
 *
 * @param chainId names the price that it was charged by
 * @param tries how often it was claimed, this time included
 * @param alone whether it is asked for in a request of its own, as one with others was refused
 */
record Asked(
        UUID tenantId,
        UUID jobId,
        int position,
        String msisdn,
        String destination,
        UUID chainId,
        int tries,
        boolean alone) {}

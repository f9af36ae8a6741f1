package io.heliograph.webhooks;

import java.util.UUID;

/**
 * Deliveries of one endpoint, by id, which is by age.
 *
 * @param afterId the first id comes after this
 * @param lastId the last id at most
 */
record ReplayRange(EndpointKey endpoint, boolean failedOnly, UUID afterId, UUID lastId) {

    /** The greatest id below this one. */
    static UUID before(UUID id) {
        return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() - 1);
    }

    /** The states whose deliveries are made again; what is on its way is made anyway. */
    String states() {
        return failedOnly ? "'FAILED'" : "'DELIVERED', 'FAILED'";
    }
}

package io.heliograph.portal.messages;

import java.util.UUID;

/**
 * Whose messages a page shows, and where it is.
 *
 * @param base the path of the list
 * @param name of the tenant
 * @param own whether the reader is one of the tenant's people, rather than of a seller above it
 */
record Whose(UUID tenantId, String base, String name, boolean own) {}

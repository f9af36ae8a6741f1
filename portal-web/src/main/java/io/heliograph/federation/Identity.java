package io.heliograph.federation;

import java.util.UUID;

/**
 * Who somebody is at a company's provider.
 *
 * @param tenantId the provider's: two resellers with one issuer do not share people
 * @param subject by which the issuer knows them, for good
 * @param email that it had for them
 */
record Identity(UUID tenantId, String issuer, String subject, String email) {}

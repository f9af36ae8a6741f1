package io.heliograph.portal.profile;

import io.heliograph.tenants.User;
import java.util.List;

/**
 * A person's own settings.
 *
 * @param zones those to choose from
 * @param tenantZone what holds while they chose none
 * @param chosen the zone that is marked; empty for the tenant's
 * @param wrong whether what was chosen is none of them
 */
record ProfileView(User user, List<String> zones, String tenantZone, String chosen, boolean wrong) {}

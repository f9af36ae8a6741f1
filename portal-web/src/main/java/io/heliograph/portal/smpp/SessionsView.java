package io.heliograph.portal.smpp;

import java.util.List;

/**
 * Sessions that are bound.
 *
 * @param namesTenants whether it is said whose each is
 * @param address of the page that they are on
 */
record SessionsView(List<SessionLine> lines, boolean namesTenants, boolean mayEnd, String address) {}

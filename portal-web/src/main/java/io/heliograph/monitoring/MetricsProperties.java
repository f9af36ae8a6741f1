package io.heliograph.monitoring;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who may read the meters.
 *
 * @param token what a scraper sends as {@code Authorization: Bearer}; without one the meters are not served, but in the
 *     sandbox, where they are open
 */
@ConfigurationProperties("heliograph.metrics")
record MetricsProperties(@Nullable String token) {}

package io.heliograph.api;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code heliograph.api.*}.
 *
 * @param callsPerWindow how many calls a credential may make in ten seconds, on all nodes together
 */
@ConfigurationProperties("heliograph.api")
record ApiProperties(@DefaultValue("1000") int callsPerWindow) {

    ApiProperties {
        if (callsPerWindow < 1) {
            throw new IllegalArgumentException("heliograph.api.calls-per-window is 1 or more");
        }
    }
}

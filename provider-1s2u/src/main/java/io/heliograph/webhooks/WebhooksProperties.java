package io.heliograph.webhooks;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How webhooks are sent.
 *
 * @param allowPrivate whether private, loopback and other special addresses, and plain http, are allowed; only for a
 *     sandbox
 * @param timeout for one whole exchange, from finding the address to the end of the answer
 * @param inFlight exchanges at a time on this node, of which endpoints that are slow or fail have half
 * @param inFlightPerEndpoint exchanges at a time with one endpoint on this node
 * @param pollEvery how often the queue is searched for what is due
 * @param lease how long a node that has died keeps its deliveries; at least
 *     twice {@code timeout} and 5 s
 */
@ConfigurationProperties("heliograph.webhooks")
public record WebhooksProperties(
        @DefaultValue("false") boolean allowPrivate,
        @DefaultValue("15s") Duration timeout,
        @DefaultValue("512") int inFlight,
        @DefaultValue("8") int inFlightPerEndpoint,
        @DefaultValue("500ms") Duration pollEvery,
        @DefaultValue("60s") Duration lease) {

    /** The time that an outcome may take to be recorded, after its exchange. */
    public static final Duration RECORDING = Duration.ofSeconds(5);

    public WebhooksProperties {
        if (inFlight < 1 || inFlightPerEndpoint < 1) {
            throw new IllegalArgumentException("heliograph.webhooks.in-flight: at least one");
        }
        if (!timeout.isPositive() || !pollEvery.isPositive()) {
            throw new IllegalArgumentException("heliograph.webhooks.timeout and poll-every: more than nothing");
        }
        if (lease.compareTo(timeout.multipliedBy(2).plus(RECORDING)) < 0) {
            throw new IllegalArgumentException("heliograph.webhooks.lease: at least twice the timeout and 5 s");
        }
    }
}

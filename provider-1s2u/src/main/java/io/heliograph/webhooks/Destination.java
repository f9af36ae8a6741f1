package io.heliograph.webhooks;

import java.util.List;

/**
 * Where the events of an endpoint that is on go.
 *
 * @param secrets all that sign, the newest first
 */
public record Destination(EndpointKey endpoint, String url, WebhookFormat format, List<SealedSecret> secrets) {

    public Destination {
        secrets = List.copyOf(secrets);
    }
}

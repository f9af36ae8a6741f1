package io.heliograph.portal.webhooks;

import io.heliograph.portal.Status;
import io.heliograph.webhooks.Endpoint;
import io.heliograph.webhooks.EndpointFigures;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** An endpoint with how it does. */
record EndpointLine(
        Endpoint endpoint, Status status, @Nullable EndpointFigures figures) {

    private static final int END = 28;

    static EndpointLine of(Endpoint endpoint, @Nullable EndpointFigures figures) {
        return new EndpointLine(endpoint, States.of(endpoint), figures);
    }

    /** The name of the other side, with a port that is not the usual one. */
    public String host() {
        URI uri = URI.create(endpoint.url());
        String host = String.valueOf(uri.getHost());
        return uri.getPort() < 0 ? host : host + ":" + uri.getPort();
    }

    /** The end of the path and query, which tells endpoints of one host apart. */
    public String pathEnd() {
        String url = endpoint.url();
        int path = url.indexOf('/', url.indexOf("://") + 3);
        String rest = path < 0 ? "/" : url.substring(path);
        return rest.length() > END ? "…" + rest.substring(rest.length() - END) : rest;
    }
}

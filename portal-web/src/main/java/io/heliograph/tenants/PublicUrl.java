package io.heliograph.tenants;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Where the portal is reached from outside, for links in mails and addresses in samples: {@code heliograph.public-url}.
 * Never taken from a request, whose host header anybody can write. Not configured: this machine's own address.
 */
@Component
public class PublicUrl {

    private final @Nullable String configured;
    private volatile int port;

    PublicUrl(@Value("${heliograph.public-url:#{null}}") @Nullable String configured) {
        this.configured = configured;
    }

    /** The full address of a path that starts with a slash. */
    public String of(String path) {
        return of(path, "http://localhost:" + port);
    }

    /** The full address of a path; where none is configured, below {@code here}, by which somebody came. */
    public String of(String path, String here) {
        String base = configured == null || configured.isBlank() ? here : configured;
        return base.replaceAll("/+$", "") + path;
    }

    /** The configured host, in lower case; empty where none is configured, and any may be the right one. */
    public Optional<String> host() {
        return Optional.ofNullable(configured)
                .filter(url -> !url.isBlank())
                .map(URI::create)
                .map(URI::getHost)
                .map(host -> host.toLowerCase(Locale.ROOT));
    }

    @EventListener
    void started(WebServerInitializedEvent event) {
        if (!"management".equals(event.getApplicationContext().getServerNamespace())) {
            port = event.getWebServer().getPort();
        }
    }
}

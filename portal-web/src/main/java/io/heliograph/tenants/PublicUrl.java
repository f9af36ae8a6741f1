package io.heliograph.tenants;

import io.heliograph.brands.Brand;
import java.net.URI;
import java.util.UUID;
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
    private final Brands brands;
    private volatile int port;

    PublicUrl(@Value("${heliograph.public-url:#{null}}") @Nullable String configured, Brands brands) {
        this.configured = configured == null || configured.isBlank() ? null : configured.replaceAll("/+$", "");
        this.brands = brands;
    }

    /** The full address of a path that starts with a slash. */
    public String of(String path) {
        return of(path, local());
    }

    /** The full address of a path; where none is configured, below {@code here}, by which somebody came. */
    public String of(String path, String here) {
        return (configured == null ? here.replaceAll("/+$", "") : configured) + path;
    }

    /** The full address of a path for the people and programs of a tenant: on its reseller's host, where it has one. */
    public String of(UUID tenantId, String path) {
        return of(brands.of(tenantId), path);
    }

    /** The same for who sees this brand. */
    public String of(Brand brand, String path) {
        return brand.host() == null ? of(path) : onHost(brand.host()) + path;
    }

    /** The address of the portal with another host: same scheme, same port. */
    public String onHost(String host) {
        URI own = URI.create(configured == null ? local() : configured);
        return own.getScheme() + "://" + host + (own.getPort() < 0 ? "" : ":" + own.getPort());
    }

    /** Whether a host name is the installation's own, which no reseller can have. */
    public boolean isOwn(String host) {
        return configured != null
                && host.equalsIgnoreCase(URI.create(configured).getHost());
    }

    /** Whether this installation has been told its own address. */
    public boolean isConfigured() {
        return configured != null;
    }

    private String local() {
        return "http://localhost:" + port;
    }

    @EventListener
    void started(WebServerInitializedEvent event) {
        if (!"management".equals(event.getApplicationContext().getServerNamespace())) {
            port = event.getWebServer().getPort();
        }
    }
}

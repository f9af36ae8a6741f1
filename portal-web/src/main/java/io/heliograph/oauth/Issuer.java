package io.heliograph.oauth;

import io.heliograph.brands.Brand;
import io.heliograph.credentials.Lately;
import io.heliograph.tenants.Brands;
import io.heliograph.tenants.PublicUrl;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who gives out tokens, as clients read it: on a reseller's host that host; else the public address of this installation,
 * or where none is configured the one that was called.
 */
@Component
class Issuer {

    private final Lately<String, Brand> brandsByHost = new Lately<>();
    private final PublicUrl address;
    private final Brands brands;

    Issuer(PublicUrl address, Brands brands) {
        this.address = address;
        this.brands = brands;
    }

    /** The issuer for a request that came to {@code here}, such as {@code http://localhost:8080}. */
    String of(String here) {
        return ofReseller(here).orElseGet(() -> address.of("", here));
    }

    /** Whether a token that says it is of this issuer can be ours; its signature says whether it is. */
    boolean isOurs(String issuer) {
        return address.of("", issuer).equals(issuer)
                || ofReseller(issuer).filter(issuer::equals).isPresent();
    }

    private Optional<String> ofReseller(String here) {
        return Optional.ofNullable(host(here))
                .filter(host -> brandsByHost.find(host, brands::ofHost).isPresent())
                .map(address::onHost);
    }

    private static @Nullable String host(String here) {
        try {
            return URI.create(here).getHost();
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
